import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const packageFolder = import.meta.dirname;

/** Names of the product that this package was written for, which it must not know. */
const productNames = /formstead|malformedforms|pwausers|#core\/|#forms\/|['"`/]forms\//i;

/** Files that contain such a name, without tests and their helpers. */
function filesNamingTheProduct(files: readonly string[], read: (file: string) => string): string[] {
  return files
    .filter((file) => !/\.test\.ts$|(^|\/)testing\//.test(file))
    .filter((file) => productNames.test(read(file)));
}

test('nothing in this package knows the product it was written for', () => {
  const files = readdirSync(packageFolder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile() && !it.parentPath.includes('node_modules'))
    .map((it) => join(it.parentPath, it.name).slice(packageFolder.length + 1))
    .map((file) => file.replaceAll('\\', '/'));
  const read = (file: string) => readFileSync(join(packageFolder, file), 'utf8');
  expect(files).toContain('README.md');
  expect(filesNamingTheProduct(files, read)).toEqual([]);
});

test('a name of the product would be found, but not in a test', () => {
  const planted = ['services.ts', 'template/assembly.ts', 'services.test.ts', 'testing/helper.ts'];
  const texts = ['a line', `const name = 'Formstead';`, 'Formstead', 'Formstead'];
  const read = (file: string) => texts[planted.indexOf(file)] ?? '';
  expect(filesNamingTheProduct(planted, read)).toEqual(['template/assembly.ts']);
});
