import { canShow } from '../can-show.ts';
import { inCurrentVersion, type Entry } from '../entry.ts';
import type { OnFault } from '../fault.ts';
import type { Field } from '../field.ts';
import { isBlank } from '../fields/make-field.ts';
import type { Form } from '../form.ts';
import type { EntryStore, Place } from './store.ts';
import { tallyOf, type Tally } from './tally.ts';

/** A table reads a thousand entries at a time, or a megabyte of them, whichever is less. */
const entriesInOneRead = 1000;
/** So the newest 10 000 entries, or 10 MB of them: docs/decisions/0009. */
const reads = 10;

export type Summary = {
  readonly form: string;
  /** Entries looked at: all there are, or the newest when not complete. */
  readonly count: number;
  /** Whether that was all of them. */
  readonly complete: boolean;
  /** Entries by the day they were stored, in UTC; the newest day first. When not complete, the last one may be half a day. */
  readonly days: { readonly [day: string]: number };
  /** By field, in the order of the form. */
  readonly fields: { readonly [name: string]: Tally };
};

/** What a form's responses come to; for its owners. */
export async function summary(
  { store, onFault }: { readonly store: Pick<EntryStore, 'responses'>; readonly onFault?: OnFault },
  form: Form,
): Promise<Summary> {
  const entries: Entry[] = [];
  let before: Place | undefined;
  for (let read = 0; read < reads; read += 1) {
    const request = { form: form.id, limit: entriesInOneRead, ...(before && { before }) };
    const page = await store.responses(request);
    for (const entry of page.entries) entries.push(inCurrentVersion(form, entry, onFault));
    before = page.next;
    if (before === undefined) break;
  }
  return {
    form: form.id,
    count: entries.length,
    complete: before === undefined,
    days: countByDay(entries),
    fields: Object.fromEntries(
      Object.entries(form.fields).map(([name, field]) => {
        const answers = answersTo(name, entries).flatMap((it) => {
          const parsed = field.parse(it);
          // An answer to an earlier version of the form may not be one to this; an option that is gone was chosen all the same.
          return parsed.ok ? [parsed.value] : isOfOptions(field, it) ? [it] : [];
        });
        return [name, tallyOf(field, answers)];
      }),
    ),
  };
}

function isOfOptions({ control }: Field, answer: unknown): boolean {
  const hasOptions = control.is === 'choice' || control.is === 'choices';
  return hasOptions && canShow(control, answer) && !isBlank(answer);
}

function countByDay(entries: readonly Entry[]): Record<string, number> {
  const days = new Map<string, number>();
  for (const { createdAt } of entries) {
    const day = createdAt.slice(0, 10);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  return Object.fromEntries(days);
}

function answersTo(name: string, entries: readonly Entry[]): unknown[] {
  return entries.map(({ answers }) => (answers as Record<string, unknown>)[name]);
}
