/**
 * `npm run prove:iam`: every grant of the template is taken away in turn, and each time a test of what people
 * do must fail. A grant that no test needs should not be there; one that this list does not know fails too.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { grantsIn } from './policy.ts';
import { synthesizedIn } from './world.ts';

type Test = readonly [file: string, words: string];

const stored: Test = ['e2e/api.test.ts', 'is stored under the token’s username'];
const read: Test = ['e2e/api.test.ts', 'what was submitted can be listed and read'];
const withdrawn: Test = ['e2e/api.test.ts', 'what was withdrawn can be listed'];
const changed: Test = ['e2e/mail.test.ts', 'revising, withdrawing and restoring'];
const owned: Test = ['e2e/isolation.test.ts', 'an owner reads what is not withdrawn, of everyone'];
const erased: Test = ['e2e/api.test.ts', 'who erases everything leaves no word'];
const mailed: Test = ['e2e/mail.test.ts', 'a submission is confirmed to its author alone'];

/** What fails without each grant. */
const needs: Readonly<Record<string, Test>> = {
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
process.env['FORMSTEAD_SYNTHESIZED'] = await synthesizedIn(folder, (resource) => {
  granted.push(...grantsIn(resource));
});

let survived = 0;
const tests = new Set(Object.values(needs));
for (const test of tests) tell('with every grant', test, passes(test), true);
let needed = 0;
let covered = 0;
for (const grant of granted) {
  const test = needs[grant];
  const wider = granted.find((it) => it !== grant && covers(it, grant));
  if (test) {
    needed += 1;
    tell(`without ${grant}`, test, passes(test, grant), false);
  } else if (wider) {
    covered += 1;
    say(`  ${grant} is within ${wider}: CDK writes one for each method`);
  } else {
    survived += 1;
    say(`✗ no test needs ${grant}`);
  }
}
const gone = Object.keys(needs).filter((it) => !granted.includes(it));
for (const grant of gone) say(`✗ ${grant} is not granted any more`);
rmSync(folder, { recursive: true });
say(
  `\n${granted.length} grants: ${needed} taken away in turn, ${survived} mutants survived, ` +
    `${covered} within another, ${gone.length} listed and not granted; ${tests.size} tests green before`,
);
process.exitCode = survived + gone.length > 0 ? 1 : 0;

function tell(when: string, [file, words]: Test, passed: boolean, should: boolean): void {
  const isGood = passed === should;
  if (!isGood) survived += 1;
  say(`${isGood ? '✓' : '✗'} ${when}: “${words}” ${passed ? 'passes' : 'fails'} (${file})`);
}

/** Whether some test has these words and every one that has them passes. */
function passes([file, words]: Test, without?: string): boolean {
  const report = join(folder, 'report.json');
  rmSync(report, { force: true });
  const pattern = words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
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
    .filter(({ title }) => title.includes(words));
  if (named.length === 0) throw new Error(`${file} has no test “${words}”.`);
  return named.every(({ status }) => status === 'passed');
}

/** `*` is any text, slashes too, as IAM has it. */
function covers(wider: string, grant: string): boolean {
  if (!wider.startsWith('gateway ') || !wider.endsWith('/*')) return false;
  return grant.startsWith(wider.slice(0, -1));
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
