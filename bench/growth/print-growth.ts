/**
 * `npm run bench:growth [-- --most 100000]`: the cost of a request when the form has ten entries, a thousand,
 * and so on up to `--most`, of which up to a thousand belong to one author. Fails if submitting or listing
 * takes twice as long. Before that, what an entry of each form costs to store, of the forms that ship and of six as
 * large as real ones.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { synthesize } from '../../packages/amplify-local/synthesis/synthesize.ts';
import { forms as realForms } from '../../e2e/forms/index.ts';
import { exampleForms } from '../../forms/testing/example-forms.ts';
import { figure } from '../statistics.ts';
import { requestNames, measureGrowth } from './measure-growth.ts';
import { unitsByForm } from './units-by-form.ts';

const { values } = parseArgs({ options: { most: { type: 'string', default: '100000' } } });
const sizes = [10, 1000, 10_000, 100_000, 1_000_000].filter((it) => it <= Number(values.most));
const folder = mkdtempSync(join(tmpdir(), 'formstead-growth-'));
const assembly = join(folder, 'cdk.out');
const synthesis = await synthesize(assembly);
if (!synthesis.ok) throw new Error(synthesis.message);

row(['an entry of', 'answers', 'kB', 'write units']);
for (const it of await unitsByForm(assembly, folder, [...exampleForms, ...realForms]))
  row([it.form, String(it.answers), figure(it.bytes / 1000), String(it.writeUnits)]);
print('');

const grown = await measureGrowth(assembly, folder, sizes, print);
print('');
row(['entries', ...requestNames]);
for (const { entries, costs } of grown)
  row([
    String(entries),
    ...requestNames.map((it) => `${figure(costs[it].ms)} ms, ${costs[it].units}`),
  ]);
const [least, most] = [grown[0], grown.at(-1)];
for (const requestName of ['submit', 'list'] as const) {
  const times =
    (most?.costs[requestName].ms ?? Number.NaN) / (least?.costs[requestName].ms ?? Number.NaN);
  print(
    `${times <= 2 ? '✓' : '✗'} ${requestName}: ${figure(times)} times as long as with the fewest`,
  );
  if (!(times <= 2)) process.exitCode = 1;
}
rmSync(folder, { recursive: true, force: true });
// The function keeps the process alive.
process.exit();

function row(cells: readonly string[]): void {
  print(cells.map((it) => it.padEnd(22)).join(''));
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
