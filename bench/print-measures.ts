import { figure, type Measures } from './statistics.ts';

type Budgets = { readonly [what: string]: number };

/**
 * Prints each measure beside its budget. The process fails if one exceeds it.
 * @param floors the budgets that a measure must reach instead
 */
export function printMeasures(
  measured: Measures,
  budgets: Budgets,
  floors: ReadonlySet<string> = new Set(),
): void {
  const width = Math.max(...Object.keys(budgets).map((it) => it.length));
  for (const [what, budget] of Object.entries(budgets)) {
    const { value, how } = measured[what] ?? { value: Number.NaN };
    const isKept = floors.has(what) ? value >= budget : value <= budget;
    const columns = [what.padEnd(width), figure(value).padStart(7), figure(budget).padStart(6)];
    print([isKept ? '✓' : '✗', ...columns, how ? `  ${how}` : ''].join(' '));
    if (!isKept) process.exitCode = 1;
  }
  for (const what of Object.keys(measured).filter((it) => !(it in budgets)))
    throw new Error(`There is no budget for “${what}”.`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
