import { fitsControl } from '../form/fits-control.ts';
import { inCurrentVersion } from '../form/current-entry.ts';
import type { Entry } from '../form/entry.ts';
import type { OnFormError } from '../form/safe-call.ts';
import type { Field, Questions } from '../form/field.ts';
import { instancesIn } from '../form/instances-in.ts';
import { getOwn } from '../values/own-property.ts';
import { isBlank } from '../values/blank.ts';
import type { Form } from '../form/define-form.ts';
import type { EntryStore, SortPosition } from '../entries/store/entry-store.ts';
import { questionsOf } from '../form/questions.ts';
import { notRelevantIn } from '../logic/not-relevant.ts';
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
  /** By field, in the order of the form. Inside a repeat, `people/age`: each instance counts. */
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
  entries: readonly Pick<Entry, 'createdAt' | 'answers' | 'begunOn'>[],
  complete: boolean,
): Summary {
  const [newest] = entries;
  const answered = entries.map((it) => {
    const notRelevant = notRelevantIn(form, it);
    return { answers: it.answers, isRelevant: (path: string) => !notRelevant.has(path) };
  });
  return {
    form: form.id,
    count: entries.length,
    complete,
    days: countByDay(entries),
    ...(newest && { newestAt: newest.createdAt }),
    fields: Object.fromEntries(talliesOf(form, answered)),
  };
}

type Answers = { readonly [name: string]: unknown };

/** The answers of an entry, or of an instance of a repeat. */
type Answered = { readonly answers: Answers; readonly isRelevant: (path: string) => boolean };

/** By field; inside a repeat, where all instances of all entries count, by its path `people/age`. */
function talliesOf(
  questions: Questions,
  answered: readonly Answered[],
  path = '',
): readonly (readonly [path: string, tally: Tally])[] {
  return questionsOf(questions).flatMap(([name, field]) => {
    const relevant = answered.filter((it) => it.isRelevant(name));
    // What is stored counts, even if the form would not ask for it today. A default does not.
    const given = answered.filter((it) => it.isRelevant(name) || Object.hasOwn(it.answers, name));
    const answers = given.flatMap(({ answers: all }) => {
      const it = getOwn(all, name);
      const parsed = field.parse(it);
      // Skip answers to earlier versions that no longer parse, except removed options, which still count.
      return parsed.ok ? [parsed.value] : isChoiceAnswer(field, it) ? [it] : [];
    });
    const isAlways = relevant.length === answered.length;
    const tally = {
      ...tallyOf(field, answers),
      ...(!isAlways && { relevant: relevant.length }),
    };
    const own = [path + name, tally] as const;
    if (!field.instances) return [own];
    const inside = relevant.flatMap((it) => instancesOf(it, name));
    return [own, ...talliesOf(field.instances, inside, `${path}${name}/`)];
  });
}

function instancesOf({ answers, isRelevant }: Answered, name: string): readonly Answered[] {
  const instances = instancesIn(getOwn(answers, name)) ?? new Map<string, Answers>();
  return [...instances].map(([id, inside]) => ({
    answers: inside,
    isRelevant: (path) => isRelevant(`${name}/${id}/${path}`),
  }));
}

function isChoiceAnswer({ control }: Field, answer: unknown): boolean {
  const hasOptions = 'options' in control || 'columns' in control;
  return hasOptions && fitsControl(control, answer) && !isBlank(answer);
}

function countByDay(entries: readonly Pick<Entry, 'createdAt'>[]): Record<string, number> {
  const days = new Map<string, number>();
  for (const { createdAt } of entries) {
    const day = createdAt.slice(0, 10);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  return Object.fromEntries(days);
}
