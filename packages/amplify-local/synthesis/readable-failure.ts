import { stripVTControlCharacters } from 'node:util';

/**
 * The useful part of a failed synthesis's output: the error and its location in the project, without CDK's
 * wrapping, Node's internals, npm's warnings or a bundler's command line.
 * @param plainErrors names of the project's own errors whose messages say everything: only these are returned
 */
export function readableFailure(printed: string, plainErrors: readonly string[] = []): string {
  const text = stripVTControlCharacters(printed).replaceAll('\r\n', '\n');
  for (const name of plainErrors) {
    const shape = new RegExp(`^${name}: ([^]+?)\\n(?= +at |\\n*Node\\.js|$)`, 'm');
    const [, sentences] = shape.exec(text) ?? [];
    if (sentences) return sentences.trim();
  }
  const bundling = text.match(/^✘ \[ERROR\](?:(?!^node:|^file:|^\[«).*\n)+/gm);
  return bundling ? bundling.join('\n').trim() : readableError(text);
}

function readableError(text: string): string {
  // An AmplifyError has these two inside a dump of its fields.
  const [, cause] = /^ {2}\[?cause\]?: (?!undefined)(.+)$/m.exec(text) ?? [];
  const [, resolution] = /^ {2}resolution: '(.+)',$/m.exec(text) ?? [];
  const lines = text
    .replace(/^\S*(node:internal|node_modules)\S*\n(.*\n){1,4}?\s*\^+\n/gm, '')
    .replace(/^( +at .*) \{\n( {2}.*\n)+?\}$/gm, '$1')
    .split('\n');
  return [...lines, cause, resolution]
    .filter((line) => line !== undefined && !noise.some((kind) => kind.test(line)))
    .map((line) => line?.slice(0, 300))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const noise = [
  /^Bundling asset /,
  /^npm (warn|notice) /,
  /^Node\.js v\d/,
  /^\s+at .*(node:internal|node_modules)/,
  /^\s+at (async )?(ModuleJob|new Promise|Array)\b/,
  /^\s+\.\.\. \d+ lines matching/,
  /^See the underlying error/,
];
