/**
 * `npm run bench`: what people download, what Lambda loads and what it costs, compared with the way others
 * write it, on this machine in one run, and with `budgets.json`. Fails if a budget is exceeded.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesize } from '../packages/amplify-local/synthesis/synthesize.ts';
import budgets from './budgets.json' with { type: 'json' };
import { measureFunctions } from './functions/measure-functions.ts';
import { growthMeasures } from './growth/measure-growth.ts';
import { printMeasures } from './print-measures.ts';
import type { Measures } from './statistics.ts';
import { measureNonsense } from './nonsense-bodies.ts';
import { measureAppSize } from './app-size.ts';
import { measureOpenForm } from './measure-open-form.ts';
import { measureStack } from './stack/measure-stack.ts';

const began = performance.now();
const folder = mkdtempSync(join(tmpdir(), 'formstead-bench-'));
const assembly = join(folder, 'cdk.out');
const synthesis = await synthesize(assembly);
if (!synthesis.ok) throw new Error(synthesis.message);
const measured: Measures = {
  ...(await measureFunctions(folder, assembly)),
  ...(await measureAppSize(folder)),
  ...(await measureOpenForm()),
  ...(await measureStack(folder)),
  // Last, because they load the function, and Amplify's code in it changes the process.
  ...(await measureNonsense(assembly)),
  ...(await growthMeasures(assembly, folder)),
};
rmSync(folder, { recursive: true });

const floors = new Set(['submissions a second through the local gateway, of the bare function’s']);
printMeasures(measured, budgets, floors);
const seconds = (performance.now() - began) / 1000;
process.stdout.write(`${seconds.toFixed(0)} s, Node ${process.version}\n`);
// The function keeps the process alive.
process.exit();
