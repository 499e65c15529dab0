import type { Problem } from '../api/problem.ts';
import { chosenValues } from '../form/options.ts';
import { getOwn } from '../values/own-property.ts';
import type { Form } from '../form/define-form.ts';

/** What decides how many entries there may be. */
export type Limited = Pick<Form, 'limits' | 'access'>;

/** A seat: one of those that a counter counts, of which there are so many. */
export type Seat = { readonly counter: string; readonly max: number };

/** The seats to take and to free together with a write. */
export type SeatChange = { readonly take: readonly Seat[]; readonly free: readonly string[] };

/** The counter of all entries. */
export const entriesCounter = 'entries';
/** The counter of one author's entries. */
export const authorCounter = 'author';
/** The counter of the entries of one personal link, whose author is the invitation: there can be one. */
export const invitationCounter = 'invitation';

/** The counter of an option. Names of fields have no `#`. */
export function optionCounter(field: string, option: string): string {
  return `option#${field}#${option}`;
}

/** The counters of a form, with how many seats each has. */
export function countersOf({ limits = {}, access }: Limited): ReadonlyMap<string, number> {
  const { entries, perAuthor, perOption = {} } = limits;
  return new Map([
    ...(access === 'invited' ? [[invitationCounter, 1] as const] : []),
    ...(entries === undefined ? [] : [[entriesCounter, entries] as const]),
    ...(perAuthor === undefined ? [] : [[authorCounter, perAuthor] as const]),
    ...Object.entries(perOption).flatMap(([field, options = {}]) =>
      Object.entries(options).map(([it, max]) => [optionCounter(field, it), max] as const),
    ),
  ]);
}

/** The counters that count an entry with these answers. */
export function countersFor(
  form: Limited,
  answers: { readonly [field: string]: unknown },
): readonly string[] {
  const { entries, perAuthor } = form.limits ?? {};
  return [
    ...(form.access === 'invited' ? [invitationCounter] : []),
    ...(entries === undefined ? [] : [entriesCounter]),
    ...(perAuthor === undefined ? [] : [authorCounter]),
    ...optionCountersFor(form, answers),
  ];
}

function optionCountersFor(
  { limits: { perOption = {} } = {} }: Limited,
  answers: { readonly [field: string]: unknown },
): readonly string[] {
  return Object.entries(perOption).flatMap(([field, options]) =>
    [...new Set(chosenValues(getOwn(answers, field)))]
      .filter((it) => getOwn(options, it) !== undefined)
      .map((it) => optionCounter(field, it)),
  );
}

/**
 * The counters that count an entry once its answers are others. Only what they choose differently changes: an entry
 * from before there was a limit is not counted until it chooses another option.
 */
export function countersAfter(
  form: Limited,
  counted: readonly string[],
  {
    before,
    after,
  }: { readonly [Each in 'before' | 'after']: { readonly [field: string]: unknown } },
): readonly string[] {
  const chosenBefore = optionCountersFor(form, before);
  const chosenAfter = optionCountersFor(form, after);
  const kept = counted.filter((it) => !chosenBefore.includes(it) || chosenAfter.includes(it));
  return [...kept, ...chosenAfter.filter((it) => !chosenBefore.includes(it) && !kept.includes(it))];
}

/** The difference between the counters that count an entry before and after a change. */
export function seatChange(
  before: readonly string[] = [],
  after: readonly string[] = [],
  counters: ReadonlyMap<string, number> = new Map(),
): SeatChange {
  return {
    take: after
      .filter((it) => !before.includes(it))
      .map((counter) => ({ counter, max: counters.get(counter) ?? 0 })),
    free: before.filter((it) => !after.includes(it)),
  };
}

/**
 * When an entry changes its author, only the counters of the authors change. It is not refused, as it is there already.
 */
export function seatOfAuthor(
  before: readonly string[] = [],
  after: readonly string[] = [],
): SeatChange {
  const own = (counters: readonly string[]) => counters.filter((it) => it === authorCounter);
  return seatChange(own(before), own(after), new Map([[authorCounter, Infinity]]));
}

/** The seats of entries that were on hold, and take them when they are released. */
export type Seating = {
  readonly countersFor: (answers: { readonly [field: string]: unknown }) => readonly string[];
  readonly counters: ReadonlyMap<string, number>;
};

export function seatingOf(form: Limited): Seating {
  return { countersFor: (answers) => countersFor(form, answers), counters: countersOf(form) };
}

/** What an entry stores about its seats: nothing, if it has none. */
export function withSeats(counters: readonly string[]): { readonly seats?: readonly string[] } {
  return counters.length > 0 ? { seats: counters } : {};
}

/** Why an entry cannot be stored, by the counters that have no seat left. */
export function fullProblem(full: readonly string[]): Problem {
  if (full.includes(invitationCounter)) return { code: 'invitation_used' };
  if (full.includes(authorCounter)) return { code: 'limit_reached' };
  const fields = full.flatMap((it) => /^option#([^#]+)#/.exec(it)?.[1] ?? []);
  if (full.includes(entriesCounter) || fields.length === 0) return { code: 'full' };
  return {
    code: 'full',
    errors: [...new Set(fields)].map((field) => ({ field, message: optionIsFull })),
  };
}

/** Does not say which option, as a problem never quotes an answer. */
export const optionIsFull = 'What you chose is full: choose something else.';
