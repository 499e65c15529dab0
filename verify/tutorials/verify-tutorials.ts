/**
 * `npm run verify -- tutorials`: lists every promise of the five tutorials with the tests that show it, and
 * runs them. With `--list` it names them and runs none.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installBrowser } from '../../tools/chromium.js';
import type { TestId } from '../../tools/testing/test-ids.ts';
import { testsById } from '../tests-by-id.ts';
import { shownBy, tutorialPromises } from './tutorial-promises.ts';

type RanTest = { readonly ids: readonly string[]; readonly passed: boolean };

const { list } = parseArgs({ options: { list: { type: 'boolean', default: false } } }).values;
const found = await testsById();
const ran = list ? [] : runTests();
const isShown = (id: TestId) => (list ? found.has(id) : isPassed(id));

let unshown = 0;
for (const promise of tutorialPromises) {
  const missing = shownBy(promise).filter((id) => !isShown(id));
  if (missing.length > 0) unshown += 1;
  const why = promise.is === 'met' ? '' : ` — ${promise.why}`;
  const verdict = missing.length === 0 ? promise.is : 'NOT SHOWN';
  print(`${promise.row.padStart(3)}  ${verdict}: ${promise.promise}${why}`);
  for (const id of missing) print(`       no green test “${id}”`);
  if (list) for (const id of shownBy(promise)) print(`       ${id}: ${nameOf(id)}`);
}
print(
  `\n${tutorialPromises.length - unshown} rows accounted for, ${unshown} not; ${ran.length} tests ran`,
);
process.exit(unshown > 0 ? 1 : 0);

/** Whether at least one test with this id ran, and all of those passed. */
function isPassed(id: TestId): boolean {
  const having = ran.filter(({ ids }) => ids.includes(id));
  return having.length > 0 && having.every(({ passed }) => passed);
}

function nameOf(id: TestId): string {
  const test = found.get(id);
  return test ? `“${test.name}” (${test.file})` : 'none';
}

function runTests(): readonly RanTest[] {
  installBrowser();
  const ids = tutorialPromises.flatMap(shownBy);
  const files = new Set(ids.flatMap((id) => found.get(id)?.file ?? []));
  const folder = mkdtempSync(join(tmpdir(), 'formstead-tutorials-'));
  const report = join(folder, 'report.json');
  const args = ['run', '--reporter=json', `--outputFile=${report}`, ...files];
  spawnSync('node_modules/.bin/vitest', args, {
    stdio: 'ignore',
    shell: process.platform === 'win32',
  });
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  rmSync(folder, { recursive: true });
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ tags, status }) => ({ ids: tags, passed: status === 'passed' })),
  );
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

type Report = {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly tags: readonly string[];
      readonly status: string;
    }[];
  }[];
};
