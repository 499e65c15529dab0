import { hasFewMarks } from '../values/characters.ts';
import { extensionsOf, type FileType } from './file-types.ts';

/** In UTF-16 code units: enough to recognise a file by. */
export const longestFileName = 100;

/** Of a name before it is tidied: what file systems allow, with room for a path. */
const longestGiven = 1000;

/** Separates folders. */
const separators = /^.*[/\\:]/su;

/** Also what joins characters, which a name can do without, and what turns their order around. */
const invisible = /[\p{Control}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu;

/** What Windows, and people who read a name, cannot cope with. */
const notInNames = /[<>"|?*\p{Surrogate}\uFFFD]/gu;

/**
 * The name of a file of this type as it is stored and offered for download: without a path or invisible characters,
 * bounded, and with an extension of its type, so that `holiday.exe` is not opened as a program.
 */
export function fileName(given: string, type: FileType): string {
  const visible = given.slice(-longestGiven).replace(invisible, '');
  const own = withoutDotsAround(
    (hasFewMarks(visible) ? visible.normalize('NFC') : visible)
      .replace(separators, '')
      .replace(notInNames, '_'),
  );
  const extensions = extensionsOf(type);
  const ending = /\.([a-z0-9]{1,5})$/i.exec(own)?.[1] ?? '';
  const extension = extensions.includes(ending.toLowerCase()) ? ending : extensions[0];
  const base = extension === ending ? own.slice(0, -ending.length - 1) : own;
  const most = longestFileName - extension.length - 1;
  const short = base
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
  return `${short || 'file'}.${extension}`;
}

/** Without dots and spaces at both ends. A pattern for those at the end would take quadratic time. */
function withoutDotsAround(text: string): string {
  const isDot = (at: number) => /[.\s]/.test(text.charAt(at));
  let [from, to] = [0, text.length];
  while (from < to && isDot(from)) from += 1;
  while (to > from && isDot(to - 1)) to -= 1;
  return text.slice(from, to);
}
