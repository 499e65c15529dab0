import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject } from '../copy-project.js';
import { followGuide } from '../testing/follow-guide.ts';
import { runGuideTests } from '../testing/run-guide-tests.ts';

const bin = resolve(import.meta.dirname, '../../node_modules/.bin');

/** The tests of core and of the API import all that a route consists of. */
const types = ['tsc', '-p', 'tools/tests.tsconfig.json'];

/** A copy of the project that contains the route of `docs/add-a-route.md`. */
let copy: string;

beforeAll(() => {
  copy = copyProject();
  // Some of the tools ask Git for the list of files.
  spawnSync('git', ['init', '--quiet'], { cwd: copy });
  followGuide(copy, 'docs/add-a-route.md');
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test.each([
  ['types', types],
  ['format', ['oxfmt', '--check', 'core', 'amplify/api']],
])('nothing is missing: %s', (_, [tool = '', ...args]) => {
  expect(run(join(bin, tool), args)).toEqual({ failed: false, text: expect.any(String) });
});

test.each(['import-graph.js', 'file-names.js'])('nothing is misplaced: %s', (script) => {
  expect(run(process.execPath, [`tools/${script}`])).toEqual({ failed: false, text: '' });
});

test('the route works, and the tests of all routes pass with it', () => {
  const own = 'amplify/api/routes/latest-route.test.ts';
  const ran = runGuideTests(
    copy,
    '--project=meaning',
    own,
    'core/api/api-routes.test.ts',
    'core/api/openapi-document.test.ts',
  );
  expect(ran.passedIn(own)).toBeGreaterThan(0);
  expect(ran.passedCases('route-found-by-path')).toContainEqual(expect.stringContaining('latest'));
  expect(ran.passedCases('route-examples-match-schema')).toContainEqual(
    expect.stringContaining('ride.latest'),
  );
  expect(ran.failed).toBe(false);
});

test('the compiler reports forgotten documentation and a forgotten handler', () => {
  const forgotten = [
    ['core/api/route-docs.ts', /^ {2}latest: \{\n[^]*?^ {2}\},\n/m],
    ['amplify/api/api-router.ts', /^ {2}latest: readLatestEntry,\n/m],
  ] as const;
  for (const [file, entry] of forgotten) {
    const path = join(copy, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toMatch(entry);
    writeFileSync(path, text.replace(entry, ''));
  }
  const [tool = '', ...args] = types;
  const { text } = run(join(bin, tool), args);
  for (const [file] of forgotten) expect(text).toMatch(new RegExp(`${file}.*'latest' is missing`));
});

function run(program: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: copy, encoding: 'utf8' });
  return { failed: status !== 0, text: stdout + stderr };
}
