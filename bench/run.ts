/**
 * `npm run bench`: what people download, what Lambda loads and what it costs, against peers written in the
 * manner of others, on this machine, in one run; and against `budgets.json`. A breach fails.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesize } from '../local/template/synthesize.ts';
import budgets from './budgets.json' with { type: 'json' };
import { functionMeasures } from './functions/functions.ts';
import { growthMeasures } from './growth/growth.ts';
import { figure, type Measures } from './measure.ts';
import { nonsenseCost } from './nonsense.ts';
import { appSizes } from './size.ts';
import { stackMeasures } from './stack/stack.ts';

const began = performance.now();
const folder = mkdtempSync(join(tmpdir(), 'formstead-bench-'));
const assembly = join(folder, 'cdk.out');
const synthesis = await synthesize(assembly);
if (!synthesis.ok) throw new Error(synthesis.message);
const measured: Measures = {
  ...(await functionMeasures(folder, assembly)),
  ...(await appSizes(folder)),
  ...(await stackMeasures(folder)),
  // Last, because they load the function: what Amplify puts before it changes the process it is in.
  ...(await nonsenseCost(assembly)),
  ...(await growthMeasures(assembly, folder)),
};
rmSync(folder, { recursive: true });

const floors = new Set(['submissions a second through the local gateway, of the bare function’s']);
const width = Math.max(...Object.keys(budgets).map((it) => it.length));
for (const [what, budget] of Object.entries(budgets)) {
  const { value, how } = measured[what] ?? { value: Number.NaN };
  const isKept = floors.has(what) ? value >= budget : value <= budget;
  const told = [what.padEnd(width), figure(value).padStart(7), figure(budget).padStart(6)];
  say([isKept ? '✓' : '✗', ...told, how ? `  ${how}` : ''].join(' '));
  if (!isKept) process.exitCode = 1;
}
for (const what of Object.keys(measured).filter((it) => !(it in budgets)))
  throw new Error(`There is no budget for “${what}”.`);
say(`${((performance.now() - began) / 1000).toFixed(0)} s, Node ${process.version}`);
// The function's bundle keeps its process alive, as Lambda likes it.
process.exit();

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
