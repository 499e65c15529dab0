/**
 * `npm run bench:growth [-- --most 100000]`: what a request takes when the form has ten entries, a thousand,
 * and so on up to the most, of which up to a thousand are their author's. Fails when submitting or listing
 * takes twice as long.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { synthesize } from '../../local/template/synthesize.ts';
import { figure } from '../measure.ts';
import { deeds, grow } from './growth.ts';

const { values } = parseArgs({ options: { most: { type: 'string', default: '100000' } } });
const sizes = [10, 1000, 10_000, 100_000, 1_000_000].filter((it) => it <= Number(values.most));
const folder = mkdtempSync(join(tmpdir(), 'formstead-growth-'));
const assembly = join(folder, 'cdk.out');
const synthesis = await synthesize(assembly);
if (!synthesis.ok) throw new Error(synthesis.message);

const grown = await grow(assembly, folder, sizes, say);
say('');
row(['entries', ...deeds]);
for (const { entries, costs } of grown)
  row([String(entries), ...deeds.map((it) => `${figure(costs[it].ms)} ms, ${costs[it].units}`)]);
const [least, most] = [grown[0], grown.at(-1)];
for (const deed of ['submit', 'list'] as const) {
  const times = (most?.costs[deed].ms ?? Number.NaN) / (least?.costs[deed].ms ?? Number.NaN);
  say(`${times <= 2 ? '✓' : '✗'} ${deed}: ${figure(times)} times as long as with the fewest`);
  if (!(times <= 2)) process.exitCode = 1;
}
rmSync(folder, { recursive: true, force: true });
// The function's bundle keeps its process alive, as Lambda likes it.
process.exit();

function row(cells: readonly string[]): void {
  say(cells.map((it) => it.padEnd(22)).join(''));
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
