import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { copyHouse } from './copy-house.js';

const house = resolve(import.meta.dirname, '..');
/** Where, what is planted there, the tool that guards against it, and what that says of it. */
type Fault = readonly [
  name: string,
  file: string,
  line: string,
  tool: readonly string[],
  complaint: RegExp,
];

const faults: readonly Fault[] = [
  [
    'process.env in core',
    'core/result.ts',
    'console.error(process.env);',
    ['tsc', '-p', 'core'],
    /Cannot find name 'process'/,
  ],
  [
    'a page that imports the local cloud',
    'src/main.tsx',
    "import '../local/say.ts';",
    ['oxlint', 'src/main.tsx'],
    /may not import \.\.\/local\/say\.ts/,
  ],
  [
    'core importing a form',
    'core/result.ts',
    "import '#forms/index.ts';",
    ['oxlint', 'core/result.ts'],
    /may not import #forms/,
  ],
  [
    'core importing a package',
    'core/result.ts',
    "import 'react';",
    ['oxlint', 'core/result.ts'],
    /may not import react/,
  ],
  [
    'the local cloud importing the app',
    'local/say.ts',
    "import '../core/result.ts';",
    ['oxlint', 'local/say.ts'],
    /may not import \.\.\/core\/result\.ts/,
  ],
  [
    'a wait for the network that has no end',
    'src/paths.ts',
    "export const asked = await fetch('/');",
    ['oxlint', 'src/paths.ts'],
    /Nothing says when this wait ends/,
  ],
  [
    'a file that is watched',
    'local/say.ts',
    "import { watch } from 'node:fs'; watch('.');",
    ['oxlint', 'local/say.ts'],
    /It misses what is saved by rename/,
  ],
  [
    'an unused export',
    'core/result.ts',
    'export function nobodyCallsMe() {}',
    ['knip'],
    /nobodyCallsMe/,
  ],
  [
    'a floating promise',
    'local/say.ts',
    'Promise.resolve(1);',
    ['oxlint', 'local/say.ts'],
    /no-floating-promises/,
  ],
  [
    'a form’s function called by whoever likes',
    'amplify/api/reply.ts',
    'export const thanked = (form: Form) => form.thanks?.({ answers: {} });',
    ['oxlint', 'amplify/api/reply.ts'],
    /may fail: call it through core\/form-functions/,
  ],
  [
    'a crooked line',
    'core/result.ts',
    'export   const  crooked=1',
    ['oxfmt', '--check'],
    /core\/result\.ts/,
  ],
];

/** What each tool says of an untouched copy of the house, and once all faults it guards against are planted. */
const saidBy = new Map<string, { readonly before: Said; readonly after: Said }>();

type Said = { readonly failed: boolean; readonly text: string };

// All faults of a tool at once: to read the types of the project takes it seconds, however few files it looks at.
beforeAll(() => {
  const copy = copyHouse();
  for (const [name, planted] of Map.groupBy(faults, ([, , , [tool = '']]) => tool)) {
    const words = [...new Set(planted.flatMap(([, , , [, ...rest]]) => rest))];
    const before = run(copy, name, words);
    for (const [, file, line] of planted) appendFileSync(join(copy, file), `\n${line}\n`);
    saidBy.set(name, { before, after: run(copy, name, words) });
    for (const [, file] of planted) cpSync(join(house, file), join(copy, file));
  }
  rmSync(copy, { recursive: true, force: true });
}, 120_000);

test.each(faults)('the gate finds %s', (_, _file, _line, [tool = ''], complaint) => {
  const { before, after } = saidBy.get(tool) ?? {};
  expect(before?.text).not.toMatch(complaint);
  expect(after).toMatchObject({ failed: true, text: expect.stringMatching(complaint) });
});

function run(copy: string, tool: string, words: readonly string[]): Said {
  const bin = join(house, 'node_modules', '.bin', tool);
  const { status, stdout, stderr } = spawnSync(bin, words, { cwd: copy, encoding: 'utf8' });
  return { failed: status !== 0, text: stdout + stderr };
}
