/**
 * `npm run verify -- tutorials`: lists every promise of the five tutorials with the tests that show it, and
 * runs them.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { installBrowser } from '../../tools/chromium.js';
import { tutorialPromises, type TutorialPromise, type NamedTest } from './tutorial-promises.ts';

type RanTest = { readonly file: string; readonly name: string; readonly passed: boolean };

installBrowser();
const ran = run([...new Set(tutorialPromises.flatMap(shownBy).map(([file]) => file))]);
const verdicts = tutorialPromises.map((row) => ({
  row,
  missing: shownBy(row).filter((it) => !isShown(it)),
}));
for (const { row, missing } of verdicts) {
  const why = row.is === 'met' ? '' : ` — ${row.why}`;
  const verdict = missing.length === 0 ? row.is : 'NOT SHOWN';
  process.stdout.write(`${row.row.padStart(3)}  ${verdict}: ${row.promise}${why}\n`);
  for (const [file, title] of missing)
    process.stdout.write(`       ${file}: no green test “${title}”\n`);
}
const unshown = verdicts.filter(({ missing }) => missing.length > 0).length;
process.stdout.write(
  `\n${tutorialPromises.length - unshown} rows accounted for, ${unshown} not; ${ran.length} tests ran\n`,
);
process.exitCode = unshown > 0 ? 1 : 0;

function shownBy(row: TutorialPromise): readonly NamedTest[] {
  return row.is === 'not applicable' ? [] : row.shownBy;
}

/** Whether at least one test has this text in its name, and all of those passed. */
function isShown([file, title]: NamedTest): boolean {
  const named = ran.filter((it) => it.file === file && it.name.includes(title));
  return named.length > 0 && named.every(({ passed }) => passed);
}

function run(files: readonly string[]): readonly RanTest[] {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-tutorials-'));
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
