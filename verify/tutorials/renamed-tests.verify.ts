import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject } from '../../tools/copy-project.js';
import { testIds } from '../../tools/testing/test-ids.ts';
import { pick, seededRandom } from '../../tools/testing/seeded-random.ts';

/** Milliseconds. Each test starts vitest, to read all test files. */
const timeout = 120_000;

let copy: string;
const chance = seededRandom('ten tests get another name');
const renamed = new Map<string, string>();

beforeAll(() => {
  copy = copyProject();
  const files = globSync(
    '{amplify,core,e2e,forms,packages,src,verify}/**/*.{test,verify}.{ts,tsx}',
    {
      cwd: copy,
    },
  );
  while (renamed.size < 10) {
    const id =
      pick(
        chance,
        testIds.filter((it) => !renamed.has(it)),
      ) ?? '';
    const name = `renamed ${renamed.size + 1}`;
    for (const file of files) renameTest(join(copy, file), id, name);
    renamed.set(id, name);
  }
});

afterAll(() => rmSync(copy, { recursive: true }));

test('with ten tests renamed at random, every list still finds its tests', { timeout }, () => {
  expect(runInCopy('verify/check-test-ids.ts')).toEqual({ status: 0, printed: '' });
});

test(
  'the promises of the tutorials are shown by the tests under their new names',
  { timeout },
  () => {
    const { status, printed } = runInCopy('verify/tutorials/verify-tutorials.ts', '--list');
    expect(status).toBe(0);
    expect(printed).toContain(', 0 not;');
    const shown = [...renamed].filter(([id]) => printed.includes(`${id}: `));
    expect(shown.length).toBeGreaterThan(0);
    for (const [id, name] of shown) expect(printed).toContain(`${id}: “${name}`);
  },
);

test('without its id a test is missed', { timeout }, () => {
  const file = join(copy, 'forms/pwausers.test.ts');
  const source = readFileSync(file, 'utf8');
  writeFileSync(file, source.replace("{ tags: 'pwausers-receipt' }", '{}'));
  expect(runInCopy('verify/check-test-ids.ts')).toEqual({
    status: 1,
    printed: 'No test has the id “pwausers-receipt”.\n',
  });
});

/** Gives the test with this id another name, if the file contains it. The name of a table names each case. */
function renameTest(file: string, id: string, name: string): void {
  const source = readFileSync(file, 'utf8');
  const named = new RegExp(String.raw`(['"\`])((?:(?!\1).)+)\1(,\s*\{ tags: '${id}' \})`);
  writeFileSync(
    file,
    source.replace(named, (_all, _quote, before: string, after: string) => {
      const cases = before.match(/%\w/g) ?? [];
      return `'${[name, ...cases].join(' ')}'${after}`;
    }),
  );
}

function runInCopy(...command: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: copy,
    encoding: 'utf8',
  });
  return { status, printed: stdout + stderr };
}
