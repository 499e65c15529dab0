import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject } from '../copy-project.js';
import { followGuide } from '../testing/follow-guide.ts';
import { runGuideTests } from '../testing/run-guide-tests.ts';

const bin = resolve(import.meta.dirname, '../../node_modules/.bin');

const service = 'packages/amplify-local/services/parameter-store';

/** A copy of the project that contains the service of `docs/add-a-service.md`. */
let copy: string;

beforeAll(() => {
  copy = copyProject();
  // Some of the tools ask Git for the list of files.
  spawnSync('git', ['init', '--quiet'], { cwd: copy });
  followGuide(copy, 'docs/add-a-service.md');
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

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

test('its files are formatted', () => {
  expect(run(join(bin, 'oxfmt'), ['--check', service])).toMatchObject({ failed: false });
});

test.each(['import-graph.js', 'file-names.js'])('nothing is misplaced: %s', (script) => {
  expect(run(process.execPath, [`tools/${script}`])).toEqual({ failed: false, text: '' });
});

test('the service runs, and the package still knows no product', () => {
  const ran = runGuideTests(
    copy,
    '--project=cloud',
    service,
    'packages/amplify-local/supported-resources.test.ts',
    'packages/amplify-local/independence.test.ts',
  );
  expect(ran.passedIn(`${service}/parameters.test.ts`)).toBeGreaterThan(0);
  expect(ran.passedCases('resource-type-run-once')).toHaveLength(1);
  expect(ran.failed).toBe(false);
});

function run(program: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: copy, encoding: 'utf8' });
  return { failed: status !== 0, text: stdout + stderr };
}
