import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject } from '../copy-project.js';
import { followGuide } from '../testing/follow-guide.ts';
import { runGuideTests } from '../testing/run-guide-tests.ts';

const bin = resolve(import.meta.dirname, '../../node_modules/.bin');

/** A copy of the project that contains the field of `docs/add-a-field.md`. */
let copy: string;

beforeAll(() => {
  copy = copyProject();
  // Some of the tools ask Git for the list of files.
  spawnSync('git', ['init', '--quiet'], { cwd: copy });
  followGuide(copy, 'docs/add-a-field.md');
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test.each([
  ['core', ['tsc', '-p', 'core']],
  ['the tests of core', ['tsc', '-p', 'tools/tests.tsconfig.json']],
  ['the app', ['tsc', '-p', 'src']],
  ['format', ['oxfmt', '--check', 'core', 'src/controls']],
  ['lint', ['oxlint', '--deny-warnings', 'core/fields', 'core/form', 'src/controls']],
])('nothing is missing: %s', (_, [tool = '', ...args]) => {
  expect(run(join(bin, tool), args)).toEqual({ failed: false, text: expect.any(String) });
});

test.each(['import-graph.js', 'file-names.js'])('nothing is misplaced: %s', (script) => {
  expect(run(process.execPath, [`tools/${script}`])).toEqual({ failed: false, text: '' });
});

test('the tests of all kinds pass with it, and its own', () => {
  const own = 'src/controls/weekday/control.test.tsx';
  const ran = runGuideTests(
    copy,
    '--project=meaning',
    '--project=pages',
    'core/fields/fields.test.ts',
    'core/fields/json-schema.test.ts',
    'src/controls/codecs.test.ts',
    own,
  );
  for (const id of [
    'field-parsing-idempotent',
    'field-answers-match-schema',
    'control-value-read-back',
  ] as const)
    expect(ran.passedCases(id)).toContainEqual(expect.stringContaining('weekday'));
  expect(ran.passedIn(own)).toBeGreaterThan(0);
  expect(ran.failed).toBe(false);
});

test('the compiler reports each entry that is forgotten', () => {
  const forgotten = [
    ['core/form/fits-control.ts', '  weekday: isNumber,\n'],
    [
      'src/controls/further-controls.tsx',
      "  weekday: lazyControl(() => import('./weekday/control.tsx'), 'address-to-come'),\n",
    ],
    ['src/controls/codecs.ts', '  weekday: weekdayCodec,\n'],
  ] as const;
  for (const [file, line] of forgotten) {
    const path = join(copy, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(line);
    writeFileSync(path, text.replace(line, ''));
  }
  const { text } = run(join(bin, 'tsc'), ['-p', 'src']);
  for (const [file] of forgotten) expect(text).toMatch(new RegExp(`${file}.*'weekday' is missing`));
});

function run(program: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: copy, encoding: 'utf8' });
  return { failed: status !== 0, text: stdout + stderr };
}
