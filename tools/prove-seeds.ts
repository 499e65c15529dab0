/** `npm run prove:seeds`: what became of every row of the five tutorials, shown by tests that just ran. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { installBrowser } from './browser.js';
import { rows, type Row, type Shown } from './seeds/rows.ts';

type Ran = { readonly file: string; readonly name: string; readonly passed: boolean };

installBrowser();
const ran = run([...new Set(rows.flatMap(shownBy).map(([file]) => file))]);
const verdicts = rows.map((row) => ({ row, missing: shownBy(row).filter((it) => !isShown(it)) }));
for (const { row, missing } of verdicts) {
  const why = row.is === 'met' ? '' : ` — ${row.why}`;
  const verdict = missing.length === 0 ? row.is : 'NOT SHOWN';
  process.stdout.write(`${row.row.padStart(3)}  ${verdict}: ${row.promise}${why}\n`);
  for (const [file, words] of missing)
    process.stdout.write(`       ${file}: no green test “${words}”\n`);
}
const unshown = verdicts.filter(({ missing }) => missing.length > 0).length;
process.stdout.write(
  `\n${rows.length - unshown} rows accounted for, ${unshown} not; ${ran.length} tests ran\n`,
);
process.exitCode = unshown > 0 ? 1 : 0;

function shownBy(row: Row): readonly Shown[] {
  return row.is === 'not applicable' ? [] : row.shownBy;
}

/** Some test has these words in its name, and every test that has them passed. */
function isShown([file, words]: Shown): boolean {
  const named = ran.filter((it) => it.file === file && it.name.includes(words));
  return named.length > 0 && named.every(({ passed }) => passed);
}

function run(files: readonly string[]): readonly Ran[] {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-seeds-'));
  const report = join(folder, 'report.json');
  const args = ['run', '--reporter=json', `--outputFile=${report}`, ...files];
  spawnSync('node_modules/.bin/vitest', args, {
    stdio: 'ignore',
    shell: process.platform === 'win32',
  });
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  rmSync(folder, { recursive: true });
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ title, status }) => ({
      file: relative('.', name).replaceAll('\\', '/'),
      name: title,
      passed: status === 'passed',
    })),
  );
}

type Report = {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
  }[];
};
