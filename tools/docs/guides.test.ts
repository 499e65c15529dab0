import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyProject } from '../copy-project.js';
import { followGuide } from '../testing/follow-guide.ts';
import { runGuideTests, type GuideTestRun } from '../testing/run-guide-tests.ts';

const bin = resolve(import.meta.dirname, '../../node_modules/.bin');

/** Each adds something that the others leave alone, so one copy can follow all, and is compiled and tested once. */
const guides = ['add-a-field', 'add-a-list', 'add-logic', 'add-a-route', 'add-a-service'];

const field = 'src/controls/weekday';
const route = 'amplify/api/routes/latest-route.test.ts';
const service = 'packages/amplify-local/services/parameter-store';

/** A copy of the project that contains what the guides add. */
let copy: string;

beforeAll(() => {
  copy = copyProject();
  // Some of the tools ask Git for the list of files.
  spawnSync('git', ['init', '--quiet'], { cwd: copy });
  for (const guide of guides) followGuide(copy, `docs/${guide}.md`);
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test.each([
  ['core', ['tsc', '-p', 'core']],
  ['the tests of core and of the API', ['tsc', '-p', 'tools/tests.tsconfig.json']],
  ['the app', ['tsc', '-p', 'src']],
  ['the forms', ['tsc', '-p', 'forms']],
  ['format', ['oxfmt', '--check', 'core', 'forms', 'amplify/api', 'src/controls', service]],
  ['lint', ['oxlint', '--deny-warnings', 'core/fields', 'core/form', 'src/controls']],
])('nothing is missing: %s', (_, [tool = '', ...args]) => {
  expect(run(join(bin, tool), args)).toEqual({ failed: false, text: expect.any(String) });
});

test.each(['import-graph.js', 'file-names.js'])('nothing is misplaced: %s', (script) => {
  expect(run(process.execPath, [`tools/${script}`])).toEqual({ failed: false, text: '' });
});

test('the service has the types of a service', () => {
  // The whole package takes seconds, most of them for the types of AWS's clients.
  const settings = join(copy, service, 'tsconfig.json');
  const extended = '../../../../tsconfig.json';
  const compilerOptions = { types: ['node'] };
  writeFileSync(
    settings,
    JSON.stringify({ extends: extended, compilerOptions, include: ['service.ts'] }),
  );
  expect(run(join(bin, 'tsc'), ['-p', service])).toEqual({ failed: false, text: '' });
  rmSync(settings);
});

test('the checks of forms find nothing wrong with the logic', () => {
  const script = `
    import { issuesOfForms } from './core/form/check-forms.ts';
    import { well } from './forms/well.ts';
    console.log(JSON.stringify(issuesOfForms({ forms: [well], reservedIds: [] })));
  `;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: copy,
    encoding: 'utf8',
  });
  expect([stdout.trim(), stderr]).toEqual(['[]', '']);
});

describe('the tests of what the guides add, and those with a case for everything of its kind', () => {
  let ran: GuideTestRun;

  beforeAll(() => {
    ran = runGuideTests(
      copy,
      '--project=meaning',
      '--project=pages',
      '--project=cloud',
      'core/fields/fields.test.ts',
      'core/fields/json-schema.test.ts',
      'src/controls/codecs.test.ts',
      field,
      'forms/enrolment.test.ts',
      'forms/well.test.ts',
      route,
      'core/api/api-routes.test.ts',
      'core/api/openapi-document.test.ts',
      service,
      'packages/amplify-local/supported-resources.test.ts',
      'packages/amplify-local/independence.test.ts',
    );
  });

  test('all pass', () => expect(ran.failed).toBe(false));

  test.each([
    ['field', `${field}/control.test.tsx`, 1],
    ['logic', 'forms/well.test.ts', 3],
    ['route', route, 1],
    ['service', `${service}/parameters.test.ts`, 1],
  ])('the %s has tests of its own', (_, file, atLeast) => {
    expect(ran.passedIn(file)).toBeGreaterThanOrEqual(atLeast);
  });

  test('the list has one test of its own', () => {
    expect(ran.passedIn('forms/enrolment.test.ts')).toBe(1);
  });

  test('each type of resource is still run by one service', () => {
    expect(ran.passedCases('resource-type-run-once')).toHaveLength(1);
  });

  test.each([
    ['field-parsing-idempotent', 'weekday'],
    ['field-answers-match-schema', 'weekday'],
    ['control-value-read-back', 'weekday'],
    ['route-found-by-path', 'latest'],
    ['route-examples-match-schema', 'ride.latest'],
  ] as const)('%s includes %s', (id, added) => {
    expect(ran.passedCases(id)).toContainEqual(expect.stringContaining(added));
  });
});

describe('the compiler reports each entry that is forgotten', () => {
  const forgotten = [
    ['src', 'core/form/fits-control.ts', 'weekday', '  weekday: isNumber,\n'],
    [
      'src',
      'src/controls/further-controls.tsx',
      'weekday',
      "  weekday: lazyControl(() => import('./weekday/control.tsx'), 'address-to-come'),\n",
    ],
    ['src', 'src/controls/codecs.ts', 'weekday', '  weekday: weekdayCodec,\n'],
    [
      'tools/tests.tsconfig.json',
      'core/api/route-docs.ts',
      'latest',
      /^ {2}latest: \{\n[^]*?^ {2}\},\n/m,
    ],
    [
      'tools/tests.tsconfig.json',
      'amplify/api/api-router.ts',
      'latest',
      /^ {2}latest: readLatestEntry,\n/m,
    ],
  ] as const;
  const reported = new Map<string, string>();

  beforeAll(() => {
    for (const [, file, , entry] of forgotten) {
      const path = join(copy, file);
      const before = readFileSync(path, 'utf8');
      const after = before.replace(entry, '');
      expect(after, file).not.toBe(before);
      writeFileSync(path, after);
    }
    for (const program of new Set(forgotten.map(([it]) => it)))
      reported.set(program, run(join(bin, 'tsc'), ['-p', program]).text);
  });

  test.each(forgotten)('%s: in %s the entry for %s', (program, file, name) => {
    expect(reported.get(program)).toMatch(new RegExp(`${file}.*'${name}' is missing`));
  });
});

function run(program: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: copy, encoding: 'utf8' });
  return { failed: status !== 0, text: stdout + stderr };
}
