import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A code block of a guide, with the file that the text above it names last. */
type Block = { readonly file: string; readonly language: string; readonly code: string };

/**
 * Does what a guide says, in a copy of the project and in the guide's order: writes its files, changes others as its
 * diffs say, and hands its commands to `run`.
 */
export function followGuide(
  copy: string,
  guide: string,
  run: (command: string) => void = () => {},
): void {
  for (const { file, language, code } of blocksIn(readFileSync(join(copy, guide), 'utf8'))) {
    const path = join(copy, file);
    if (language === 'sh') {
      for (const command of code.trim().split('\n')) run(command);
    } else if (language === 'diff') {
      writeFileSync(path, withDiff(readFileSync(path, 'utf8'), { file, diff: code }));
    } else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, code);
    }
  }
}

function blocksIn(guide: string): readonly Block[] {
  return [...guide.matchAll(/^```(ts|tsx|svg|sh|diff)\n([^]*?)^```/gm)].map(
    ({ 1: language = '', 2: code = '', index }) => {
      const above = guide.slice(0, index).replaceAll(/^```[^]*?^```/gm, '');
      const file = [...above.matchAll(/`([\w-]+\/[\w./-]+\.(?:tsx?|css|svg))`/g)].at(-1)?.[1] ?? '';
      return { file, language, code };
    },
  );
}

/** Replaces lines that begin with `-` by those with `+`, between the lines around them; `@@` begins another part of the file. */
function withDiff(
  text: string,
  { file, diff }: { readonly file: string; readonly diff: string },
): string {
  return diff.split(/^@@\n/m).reduce((before, hunk) => {
    const lines = hunk.split('\n').slice(0, -1);
    const without = (sign: string) =>
      lines.filter((it) => !it.startsWith(sign)).map((it) => `${it.slice(1)}\n`);
    const [first, ...more] = before.split(without('+').join(''));
    if (first === undefined || more.length !== 1)
      throw new Error(`${file} does not have these lines exactly once:\n${without('+').join('')}`);
    return first + without('-').join('') + more.join('');
  }, text);
}
