/** `npm run bench`: what people download, what Lambda loads and what it costs, against `budgets.json`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesize } from '../local/template/synthesize.ts';
import budgets from './budgets.json' with { type: 'json' };
import { nonsenseCost } from './nonsense.ts';
import { appSizes, bundleSizes } from './size.ts';

const folder = mkdtempSync(join(tmpdir(), 'formstead-bench-'));
const assembly = join(folder, 'cdk.out');
const synthesis = await synthesize(assembly);
if (!synthesis.ok) throw new Error(synthesis.message);
const measured: Record<keyof typeof budgets, number> = {
  ...(await appSizes(folder)),
  ...bundleSizes(assembly),
  ...(await nonsenseCost(assembly)),
};
rmSync(folder, { recursive: true });

for (const [what, budget] of Object.entries(budgets)) {
  const size = measured[what as keyof typeof budgets];
  const verdict = size <= budget ? '✓' : '✗ over';
  process.stdout.write(`${verdict} ${what}: ${size.toFixed(1)} of ${budget}\n`);
  if (size > budget) process.exitCode = 1;
}
// The function's bundle keeps its process alive, as Lambda likes it.
process.exit();
