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

type TestName = readonly [file: string, title: string];

const stored: TestName = ['e2e/api/api-requests.test.ts', 'is stored under the token’s username'];
const read: TestName = [
  'e2e/api/api-requests.test.ts',
  'what was submitted can be listed and read',
];
const withdrawn: TestName = ['e2e/api/api-requests.test.ts', 'what was withdrawn can be listed'];
const changed: TestName = [
  'e2e/mail/confirmation-mail.test.ts',
  'revising, withdrawing and restoring',
];
const owned: TestName = [
  'e2e/security/user-isolation.test.ts',
  'an owner reads everyone’s entries that are not withdrawn, and cannot change them',
];
const erased: TestName = [
  'e2e/api/api-requests.test.ts',
  'erasing everything leaves no answers, even to deleted forms, and late entries are refused',
];
const mailed: TestName = [
  'e2e/mail/confirmation-mail.test.ts',
  'a submission is confirmed to its author alone, and its delivery record contains neither the text nor the address',
];

/** The test that fails without each grant. */
const needs: Readonly<Record<string, TestName>> = {
  'api dynamodb:PutItem': stored,
  'api dynamodb:GetItem': read,
  'api dynamodb:BatchGetItem': withdrawn,
  'api dynamodb:UpdateItem': changed,
  'api dynamodb:Query': read,
  'api dynamodb:Query on an index': owned,
  'mail dynamodb:PutItem': mailed,
  'mail dynamodb:GetItem': mailed,
  'mail dynamodb:DescribeStream': mailed,
  'mail dynamodb:GetRecords': mailed,
  'mail dynamodb:GetShardIterator': mailed,
  'mail dynamodb:ListStreams': mailed,
  'mail sqs:SendMessage': mailed,
  'mail ssm:GetParameters': mailed,
  'gateway POST/*': stored,
  'gateway GET/*': read,
  'gateway PUT/*/*': changed,
  'gateway DELETE/*/*': changed,
  'gateway DELETE/me': erased,
};

const folder = mkdtempSync(join(tmpdir(), 'formstead-iam-'));
const granted: string[] = [];
process.env['FORMSTEAD_SYNTHESIZED'] = await synthesizeInto(folder, (resource) => {
  granted.push(...grantsIn(resource));
});

let survived = 0;
const tests = new Set(Object.values(needs));
for (const test of tests) report('with every grant', test, passes(test), true);
let needed = 0;
let covered = 0;
for (const grant of granted) {
  const test = needs[grant];
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
const gone = Object.keys(needs).filter((it) => !granted.includes(it));
for (const grant of gone) print(`✗ ${grant} is not granted any more`);
rmSync(folder, { recursive: true });
print(
  `\n${granted.length} grants: ${needed} taken away in turn, ${survived} mutants survived, ` +
    `${covered} within another, ${gone.length} listed and not granted; ${tests.size} tests green before`,
);
process.exitCode = survived + gone.length > 0 ? 1 : 0;

function report(when: string, [file, title]: TestName, passed: boolean, should: boolean): void {
  const isGood = passed === should;
  if (!isGood) survived += 1;
  print(`${isGood ? '✓' : '✗'} ${when}: “${title}” ${passed ? 'passes' : 'fails'} (${file})`);
}

/** Whether the test exists and passes, with every other test whose title contains the same text. */
function passes([file, title]: TestName, without?: string): boolean {
  const report = join(folder, 'report.json');
  rmSync(report, { force: true });
  const pattern = title.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  spawnSync(
    'node_modules/.bin/vitest',
    [
      'run',
      '--project',
      'journeys',
      '--reporter=json',
      `--outputFile=${report}`,
      '-t',
      pattern,
      file,
    ],
    {
      stdio: 'ignore',
      shell: process.platform === 'win32',
      env: { ...process.env, ...(without !== undefined && { FORMSTEAD_WITHOUT: without }) },
    },
  );
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    testResults: { assertionResults: { title: string; status: string }[] }[];
  };
  const named = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter((it) => it.title.includes(title));
  if (named.length === 0) throw new Error(`${file} has no test “${title}”.`);
  return named.every(({ status }) => status === 'passed');
}

/** `*` matches any text, slashes included, as in IAM. */
function covers(wider: string, grant: string): boolean {
  if (!wider.startsWith('gateway ') || !wider.endsWith('/*')) return false;
  return grant.startsWith(wider.slice(0, -1));
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
