import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Amplify's rules bring their own layer. */
const layers = ['reset', 'tokens', 'base', 'amplify', 'ui', 'page'];
const read = (file: string) => readFileSync(file, 'utf8').replaceAll(/\/\*[^]*?\*\//g, '');
const layerOf = (file: string) => /@layer (\w+) \{/.exec(read(file))?.[1] ?? '';
const files = globSync('src/**/*.css').toSorted();

test('the order of the layers is stated once, before all other styles', () => {
  expect(read('src/styles.css').trim()).toMatch(new RegExp(`^@layer ${layers.join(', ')};`));
  expect(readFileSync('src/main.tsx', 'utf8')).toMatch(/^\/\/ .*\nimport '\.\/styles\.css';\n/);
  expect(files.filter((it) => /@layer[^{;]*;/.test(read(it)))).toEqual(['src/styles.css']);
});

test('every rule is in a layer: a rule in none would override all of them', () => {
  const isInLayer = /^(@import [^;]*;\s*)*@layer (reset|tokens|base|ui|page) \{\n( .*\n|\n)*\}$/;
  expect(files.length).toBeGreaterThan(30);
  expect(files.filter((it) => it !== 'src/styles.css' && !isInLayer.test(read(it).trim()))).toEqual(
    [],
  );
});

test('a page’s styles are in the layer of pages, and all other styles are below', () => {
  for (const file of files.filter((it) => it !== 'src/styles.css'))
    expect(layerOf(file) === 'page', file).toBe(file.startsWith('src/pages/'));
});

test('no style sheet is longer than 150 lines', () => {
  expect(files.filter((it) => readFileSync(it, 'utf8').split('\n').length > 151)).toEqual([]);
});

test('no box has another padding at its own start or end, which what is typed in it can swap', () => {
  const swapped = /\.box[^{},]*\{[^}]*padding-inline-(start|end)/;
  expect(files.filter((it) => swapped.test(read(it)))).toEqual([]);
});
