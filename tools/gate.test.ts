import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyHouse } from './copy-house.js';

const house = resolve(import.meta.dirname, '..');
let copy: string;

/** Faults are planted in a copy of the house. Each must be found by the tool that guards against it. */
beforeAll(() => {
  copy = copyHouse();
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test.each([
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
    /may not import/,
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
])(
  'the gate finds %s',
  (_, file, fault, [tool = '', ...args], complaint) => {
    const before = run(tool, args);
    const untouched = join(house, file);
    appendFileSync(join(copy, file), `\n${fault}\n`);
    const after = run(tool, args);
    cpSync(untouched, join(copy, file));
    expect(before.said).not.toMatch(complaint);
    expect(after).toMatchObject({ failed: true, said: expect.stringMatching(complaint) });
  },
  60_000,
);

function run(tool: string, args: readonly string[]) {
  const bin = join(house, 'node_modules', '.bin', tool);
  const { status, stdout, stderr } = spawnSync(bin, args, { cwd: copy, encoding: 'utf8' });
  return { failed: status !== 0, said: stdout + stderr };
}
