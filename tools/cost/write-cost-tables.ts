/**
 * `npm run cost` writes the cost tables in the docs from the table of prices. With `--check`, as in `npm run
 * check`, it fails if a page shows another amount.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { unknownFigures, withTables } from './cost-tables.ts';

const isCheck = process.argv.includes('--check');
const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], {
  encoding: 'utf8',
});

for (const file of listed.trim().split('\n')) {
  const page = readFileSync(file, 'utf8');
  const right = withTables(page);
  if (!isCheck && right !== page) writeFileSync(file, right);
  // The formatter decides how wide a column is.
  else if (plain(right) !== plain(page)) fault(`${file}: its tables are old. Run: npm run cost`);
  for (const figure of unknownFigures(page))
    fault(`${file}: says ${figure}, which tools/cost does not`);
}
if (!isCheck) execFileSync('oxfmt', ['docs'], { stdio: 'inherit' });

function plain(page: string): string {
  return page.replaceAll(/[ -]+/g, ' ');
}

function fault(text: string): void {
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
