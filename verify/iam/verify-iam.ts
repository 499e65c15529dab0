/**
 * `npm run verify -- iam`: removes every grant of the template in turn, and each time a test must fail. A
 * grant that no test needs should not exist, and one that is missing from this list fails too.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { grantsIn } from '../../e2e/testing/backend/iam-grants.ts';
import { synthesizeInto } from '../../e2e/testing/backend/test-backend.ts';
import type { TestId } from '../../tools/testing/test-ids.ts';
import { testsById } from '../tests-by-id.ts';
import { testsByGrant } from './tests-by-grant.ts';

const folder = mkdtempSync(join(tmpdir(), 'formstead-iam-'));
const found = await testsById();
const granted: string[] = [];
process.env['FORMSTEAD_SYNTHESIZED'] = await synthesizeInto(folder, (resource) => {
  granted.push(...grantsIn(resource));
});
process.env['FORMSTEAD_SCANNING'] = await synthesizeScanning();

let survived = 0;
const tests = new Set(Object.values(testsByGrant));
for (const test of tests) report('with every grant', test, passes(test), true);
let needed = 0;
let covered = 0;
for (const grant of granted) {
  const test = testsByGrant[grant];
  const wider = granted.find((it) => it !== grant && covers(it, grant));
  if (test) {
    needed += 1;
    report(`without ${grant}`, test, passes(test, grant), false);
  } else if (wider) {
    covered += 1;
    print(`  ${grant} is within ${wider}: CDK writes one for each method`);
  } else {
    survived += 1;
    print(`✗ no test needs ${grant}`);
  }
}
const gone = Object.keys(testsByGrant).filter((it) => !granted.includes(it));
for (const grant of gone) print(`✗ ${grant} is not granted any more`);
rmSync(folder, { recursive: true });
print(
  `\n${granted.length} grants: ${needed} taken away in turn, ${survived} mutants survived, ` +
    `${covered} within another, ${gone.length} listed and not granted; ${tests.size} tests green before`,
);
process.exitCode = survived + gone.length > 0 ? 1 : 0;

/** The same backend with scans for malware, which have further grants. */
async function synthesizeScanning(): Promise<string> {
  const given = process.env['FORMSTEAD_SYNTHESIZED'];
  delete process.env['FORMSTEAD_SYNTHESIZED'];
  process.env['SCAN_FILES'] = 'yes';
  const others: string[] = [];
  const assembly = await synthesizeInto(join(folder, 'scanning'), (resource) => {
    others.push(...grantsIn(resource));
  });
  granted.push(...others.filter((it) => !granted.includes(it)));
  delete process.env['SCAN_FILES'];
  process.env['FORMSTEAD_SYNTHESIZED'] = given;
  return assembly;
}

function report(when: string, test: TestId, passed: boolean, should: boolean): void {
  const isGood = passed === should;
  if (!isGood) survived += 1;
  print(`${isGood ? '✓' : '✗'} ${when}: “${test}” ${passed ? 'passes' : 'fails'}`);
}

/** Whether the test with this id passes; if it is a table of cases, each of them. */
function passes(test: TestId, without?: string): boolean {
  const file = found.get(test)?.file;
  if (file === undefined) throw new Error(`There is no test “${test}”.`);
  const report = join(folder, 'report.json');
  rmSync(report, { force: true });
  const args = ['--reporter=json', `--outputFile=${report}`, `--tags-filter=${test}`, file];
  spawnSync('node_modules/.bin/vitest', ['run', '--project', 'journeys', ...args], {
    stdio: 'ignore',
    shell: process.platform === 'win32',
    env: { ...process.env, ...(without !== undefined && { FORMSTEAD_WITHOUT: without }) },
  });
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    testResults: { assertionResults: { tags: string[]; status: string }[] }[];
  };
  const ran = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ tags }) => tags.includes(test));
  if (ran.length === 0) throw new Error(`The test “${test}” did not run.`);
  return ran.every(({ status }) => status === 'passed');
}

/** `*` matches any text, slashes included, as in IAM. */
function covers(wider: string, grant: string): boolean {
  if (!wider.startsWith('gateway ') || !wider.endsWith('/*')) return false;
  return grant.startsWith(wider.slice(0, -1));
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
