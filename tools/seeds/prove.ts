/** `npm run prove:seeds`: runs the tests that `rows.ts` names, and says of every row what became of it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { rows, type Row } from './rows.ts';

type Report = {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
  }[];
};

const house = resolve(import.meta.dirname, '../..');
const files = new Set(rows.flatMap((row) => ('by' in row ? row.by.map(([file]) => file) : [])));
const passed = testsThatPass([...files]);

for (const row of rows) {
  const failing = 'by' in row ? row.by.filter((proof) => !passed.has(proof.join(' > '))) : [];
  const isProven = row.is !== 'waiting' && failing.length === 0;
  process.stdout.write(`${isProven ? '✓' : '✗'} ${inWords(row)}\n`);
  for (const [file, test] of failing) process.stdout.write(`    did not pass: ${file} > ${test}\n`);
  if (!isProven) process.exitCode = 1;
}
process.stdout.write(`${tally()}\n`);

function testsThatPass(files: readonly string[]): ReadonlySet<string> {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-seeds-'));
  const report = join(folder, 'report.json');
  const options = ['--reporter', 'json', '--outputFile', report];
  spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...options, ...files], {
    cwd: house,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  rmSync(folder, { recursive: true });
  return new Set(
    testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === 'passed')
        .map(({ title }) => `${relative(house, name).replaceAll('\\', '/')} > ${title}`),
    ),
  );
}

function inWords(row: Row): string {
  const what = `${String(row.row).padStart(2)} ${row.says}: ${row.is}`;
  if (row.is === 'waiting') return `${what} for ${row.for}`;
  const why = 'why' in row ? ` – ${row.why}` : '.';
  const tests = 'by' in row ? ` (${row.by.map(([file]) => file).join(', ')})` : '';
  return what + why + tests;
}

function tally(): string {
  const counts = Map.groupBy(rows, ({ is }) => is);
  const said = [...counts].map(([is, those]) => `${those.length} ${is}`);
  return `${rows.length} rows (the list has no 13): ${said.join(', ')}.`;
}
