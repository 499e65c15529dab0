/**
 * `npm run cost` writes the tables of money in the docs from the one table of prices. With `--check`, as
 * `npm run check` runs it, it fails where a page says another figure.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { unknownFigures, written } from './page.ts';

const isCheck = process.argv.includes('--check');
const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], {
  encoding: 'utf8',
});

for (const file of listed.trim().split('\n')) {
  const page = readFileSync(file, 'utf8');
  const right = written(page);
  if (!isCheck && right !== page) writeFileSync(file, right);
  // How wide a column is drawn is the formatter's business.
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
