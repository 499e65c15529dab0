import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A code block of a guide, with the file that the text above it names last. */
type Block = { readonly file: string; readonly language: string; readonly code: string };

/** Does what a guide says, in a copy of the project: writes its files, and changes others as its diffs say. */
export function followGuide(copy: string, guide: string): void {
  for (const { file, language, code } of blocksIn(readFileSync(join(copy, guide), 'utf8'))) {
    const path = join(copy, file);
    if (language === 'diff') {
      writeFileSync(path, withDiff(readFileSync(path, 'utf8'), { file, diff: code }));
    } else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, code);
    }
  }
}

function blocksIn(guide: string): readonly Block[] {
  return [...guide.matchAll(/^```(ts|tsx|diff)\n([^]*?)^```/gm)].map(
    ({ 1: language = '', 2: code = '', index }) => {
      const above = guide.slice(0, index).replaceAll(/^```[^]*?^```/gm, '');
      const file = [...above.matchAll(/`([\w-]+\/[\w./-]+\.tsx?)`/g)].at(-1)?.[1] ?? '';
      return { file, language, code };
    },
  );
}

/** Adds the lines that begin with `+` between the lines around them; `@@` begins another part of the file. */
function withDiff(
  text: string,
  { file, diff }: { readonly file: string; readonly diff: string },
): string {
  return diff.split(/^@@\n/m).reduce((before, hunk) => {
    const lines = hunk.split('\n').slice(0, -1);
    const old = lines.filter((it) => !it.startsWith('+')).map((it) => `${it.slice(1)}\n`);
    const [first, ...more] = before.split(old.join(''));
    if (first === undefined || more.length !== 1)
      throw new Error(`${file} does not have these lines exactly once:\n${old.join('')}`);
    return first + lines.map((it) => `${it.slice(1)}\n`).join('') + more.join('');
  }, text);
}
