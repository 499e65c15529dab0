import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject } from '../copy-project.js';
import { followGuide } from '../testing/follow-guide.ts';

const bin = resolve(import.meta.dirname, '../../node_modules/.bin');

/** Commands of the guide that need the local cloud: `npm run verify -- newcomer` runs them. */
const needTheCloud = ['npm run sample -- 300', 'npm run add-owner -- you@example.com'];

/** A copy of the project after what `docs/make-it-yours.md` says. */
let copy: string;
const commands: string[] = [];

beforeAll(() => {
  copy = copyProject();
  // Some of the tools ask Git for the list of files.
  spawnSync('git', ['init', '--quiet'], { cwd: copy });
  followGuide(copy, 'docs/make-it-yours.md', (command) => {
    commands.push(command);
    if (!needTheCloud.includes(command)) runInShell(command);
  });
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test('its commands are these, in this order', () => {
  expect(commands).toEqual([
    'npx vitest run brand',
    'npm run icons',
    'npm run new-form visit',
    ...needTheCloud,
  ]);
});

test('only the own form is left, and the app is named and drawn anew', () => {
  expect(readFileSync(join(copy, 'forms/index.ts'), 'utf8')).toContain(
    '[Form, ...Form[]] = [visit];',
  );
  expect(readFileSync(join(copy, 'brand/brand.ts'), 'utf8')).not.toContain('Formstead');
  const icon = 'public/icons/maskable-512.png';
  expect(readFileSync(join(copy, icon))).not.toEqual(readFileSync(icon));
});

// `npm run verify -- newcomer` also checks the types of the tests.
test.each([
  ['forms', ['tsc', '-p', 'forms']],
  ['the app', ['tsc', '-p', 'src']],
  ['format', ['oxfmt', '--check', 'brand', 'forms', 'public']],
])('types and format hold: %s', (_, [tool = '', ...args]) => {
  expect(run(join(bin, tool), args)).toEqual({ failed: false, text: expect.any(String) });
});

test('the tests of the brand and of the forms hold', () => {
  const { failed, text } = run(process.execPath, [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project=meaning',
    '--reporter=verbose',
    'brand',
    'forms',
  ]);
  expect(text).toContain('visit accepts its own example');
  expect(failed, text).toBe(false);
});

/** As a person types it in the project's folder; with this project's own Node, which npm would take. */
function runInShell(command: string): void {
  const { status, stdout, stderr } = spawnSync(command, {
    cwd: copy,
    shell: true,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${command}\n${stdout}${stderr}`);
}

function run(program: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: copy, encoding: 'utf8' });
  return { failed: status !== 0, text: stdout + stderr };
}
