/**
 * `npm run field-docs` writes docs/fields.md from the types of the fields. With `--check`, as in `npm run check`,
 * it fails if the page is out of date.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fieldDocs, fieldDocsErrors } from './field-docs.ts';

const project = resolve(import.meta.dirname, '../..');
const page = join(project, 'docs/fields.md');

if (process.argv.includes('--check')) {
  const errors = fieldDocsErrors(project);
  for (const error of errors) fault(error);
  if (plain(readFileSync(page, 'utf8')) !== plain(fieldDocs(project)))
    fault('docs/fields.md is out of date: npm run field-docs');
} else {
  writeFileSync(page, fieldDocs(project));
  // The formatter decides how wide a column is.
  execFileSync(process.execPath, [join(project, 'node_modules/oxfmt/bin/oxfmt'), page]);
}

function plain(text: string): string {
  return text.replaceAll(/[\s;-]+/g, ' ');
}

function fault(text: string): void {
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
