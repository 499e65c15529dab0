import { createHash } from 'node:crypto';
import { submit } from '#core/entries/submit.ts';
import { evaluateForm } from '#core/logic/evaluate-form.ts';
import { createMemoryStore } from '#core/testing/memory-store.ts';
import { isSameJson } from '#core/values/canonical-json.ts';
import { reportOf, type FormReport } from './form-report.ts';
import { randomForm } from './random-form.ts';

type Body = { readonly [name: string]: unknown };

export type LambdaReport = FormReport & {
  /** The answers of the entry, whichever of the two requests came first. */
  readonly entry: unknown;
  readonly mistakes: readonly string[];
};

/** What a device wants to store: without and with what is hidden. */
export type Received = { readonly sent: Body | undefined; readonly everything: Body };

const begunOn = '2026-03-31';
const id = '019a0000-0000-7000-8000-000000000001';

/** The server receives the answers to a random form. */
export async function receive(seed: number, { sent, everything }: Received): Promise<LambdaReport> {
  const form = randomForm(seed);
  const report = reportOf(form, evaluateForm(form, everything, { today: begunOn }));
  const submitAll = async (...bodies: readonly Body[]) => {
    const deps = {
      store: createMemoryStore(),
      now: () => new Date('2026-03-31T12:00:00Z'),
      random: () => 0,
      digest: (it: string) => createHash('sha256').update(it).digest('hex'),
    };
    const results = [];
    for (const body of bodies)
      results.push(
        await submit(deps, { form, body, formVersion: 1, begunOn, id, username: 'ann' }),
      );
    return results;
  };
  const orders = sent
    ? [
        [sent, everything, sent],
        [everything, sent],
      ]
    : [[everything]];
  const attempts = await Promise.all(orders.map((bodies) => submitAll(...bodies)));
  const entries = attempts.flat().map((it) => (it.ok ? it.value.entry.answers : undefined));
  const firsts = attempts.flatMap((it) => it.map(({ ok }, i) => ok && i > 0));
  const replays = attempts.flat().map((it) => it.ok && it.value.replayed);
  return {
    ...report,
    entry: entries[0],
    mistakes: [
      !entries.every((it) => isSameJson(it, entries[0])) && 'two requests made two entries',
      !isSameJson(firsts, replays) && 'a repeat was not recognized',
    ].filter((it) => typeof it === 'string'),
  };
}
