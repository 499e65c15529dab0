/**
 * `npm run verify -- million [--entries 1000000] [--parts requests,pages,table,exports]`: a form with a
 * million entries beside the same form with a thousand, against the budgets of `bench/million-budgets.json`.
 */
import { parseArgs } from 'node:util';
import type { Form } from '../../core/form/define-form.ts';
import { forms } from '../../forms/index.ts';
import prepare from '../../e2e/testing/app/global-setup.ts';
import { untilAppIsBuilt } from '../../e2e/testing/app/prebuilt-app.ts';
import { printMeasures } from '../../bench/print-measures.ts';
import type { Measures } from '../../bench/statistics.ts';
import budgets from '../../bench/million-budgets.json' with { type: 'json' };
import { exportAll } from './export-all.ts';
import { startFilledBackend, type FilledBackend } from './filled-backend.ts';
import { measurePages } from './measure-pages.ts';
import { measureTable } from './measure-table.ts';
import { measureRequests } from './measure-requests.ts';

const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '1000000' },
    form: { type: 'string', default: 'pwausers' },
    parts: { type: 'string', default: 'requests,pages,table,exports' },
    filter: { type: 'string', default: 'answer.source=friend' },
  },
});
const form = formNamed(values.form);

const tidyUp = prepare();
await untilAppIsBuilt();
await using few = await fill(1000);
await using many = await fill(Number(values.entries));
const parts: Readonly<Record<string, () => Promise<Measures>>> = {
  requests: () => measureRequests(form.id, [few, many]),
  pages: () => measurePages(form.id, values.filter, [few, many]),
  table: () => measureTable(form.id, many, Math.min(100_000, many.entries)),
  exports: () => exportAll(form.id, [few, many], print),
};
for (const part of values.parts.split(',')) {
  const measured = (await parts[part]?.()) ?? {};
  const isMeasured = ([what]: [string, unknown]) => what in measured;
  printMeasures(measured, Object.fromEntries(Object.entries(budgets).filter(isMeasured)));
}
await tidyUp();

function formNamed(wanted: string): Form {
  const found = forms.find(({ id }) => id === wanted);
  if (!found) throw new Error(`There is no form “${wanted}”.`);
  return found;
}

async function fill(entries: number): Promise<FilledBackend> {
  const began = performance.now();
  const filled = await startFilledBackend(form, entries);
  print(`${entries} entries in place after ${((performance.now() - began) / 1000).toFixed(0)} s`);
  return filled;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
