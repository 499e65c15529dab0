import { fitsControl } from '../form/fits-control.ts';
import { inCurrentVersion } from '../form/current-entry.ts';
import type { Entry } from '../form/entry.ts';
import type { OnFormError } from '../form/safe-call.ts';
import type { Field } from '../form/field.ts';
import { isBlank } from '../values/blank.ts';
import type { Form } from '../form/define-form.ts';
import type { EntryStore, SortPosition } from '../entries/store/entry-store.ts';
import { tallyOf, type Tally } from './tally.ts';

/** One query reads at most this many entries, or 1 MB of them. */
const entriesInOneRead = 1000;
/** So a summary covers the newest 10 000 entries, or 10 MB of them: docs/decisions/0009. */
const maxReads = 10;

export type Summary = {
  readonly form: string;
  /** The number of entries read: all of them, or the newest ones if not `complete`. */
  readonly count: number;
  /** Whether all entries were read. */
  readonly complete: boolean;
  /** The number of entries by the day they were stored (UTC), newest day first. If not complete, the last day may be partial. */
  readonly days: { readonly [day: string]: number };
  /** When the newest entry was stored (ISO 8601). Absent if there is none. */
  readonly newestAt?: string;
  /** By field, in the order of the form. */
  readonly fields: { readonly [name: string]: Tally };
};

/** Statistics of a form's responses, for its owners. */
export async function summarize(
  {
    store,
    onFormError,
  }: { readonly store: Pick<EntryStore, 'responses'>; readonly onFormError?: OnFormError },
  form: Form,
): Promise<Summary> {
  const entries: Entry[] = [];
  let before: SortPosition | undefined;
  for (let read = 0; read < maxReads; read += 1) {
    const request = { form: form.id, limit: entriesInOneRead, ...(before && { before }) };
    const page = await store.responses(request);
    for (const entry of page.entries) entries.push(inCurrentVersion(form, entry, onFormError));
    before = page.next;
    if (before === undefined) break;
  }
  return summaryOf(form, entries, before === undefined);
}

/** The summary of these entries, newest first, with answers to the form's current version. */
export function summaryOf(
  form: Form,
  entries: readonly Pick<Entry, 'createdAt' | 'answers'>[],
  complete: boolean,
): Summary {
  const [newest] = entries;
  return {
    form: form.id,
    count: entries.length,
    complete,
    days: countByDay(entries),
    ...(newest && { newestAt: newest.createdAt }),
    fields: Object.fromEntries(
      Object.entries(form.fields).map(([name, field]) => {
        const answers = answersTo(name, entries).flatMap((it) => {
          const parsed = field.parse(it);
          // Skip answers to earlier versions that no longer parse, except removed options, which still count.
          return parsed.ok ? [parsed.value] : isChoiceAnswer(field, it) ? [it] : [];
        });
        return [name, tallyOf(field, answers)];
      }),
    ),
  };
}

function isChoiceAnswer({ control }: Field, answer: unknown): boolean {
  return 'options' in control && fitsControl(control, answer) && !isBlank(answer);
}

function countByDay(entries: readonly Pick<Entry, 'createdAt'>[]): Record<string, number> {
  const days = new Map<string, number>();
  for (const { createdAt } of entries) {
    const day = createdAt.slice(0, 10);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  return Object.fromEntries(days);
}

function answersTo(name: string, entries: readonly Pick<Entry, 'answers'>[]): unknown[] {
  return entries.map(({ answers }) => (answers as Record<string, unknown>)[name]);
}
