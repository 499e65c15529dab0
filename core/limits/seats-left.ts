import type { EntryStore } from '../entries/store/entry-store.ts';
import type { Form } from '../form/define-form.ts';
import type { FormLimits } from './form-limits.ts';
import { authorCounter, countersOf, entriesCounter, optionCounter } from './seats.ts';

/** How many of so many. */
export type Taken = { readonly taken: number; readonly max: number };

/** What the API says about a form's limits at a time. Others may take a seat at once, so it is only a hint. */
export type SeatsLeft = Pick<FormLimits, 'opens' | 'closes'> & {
  /** ISO 8601, by the server's clock. */
  readonly now: string;
  readonly entries?: Taken;
  readonly perOption?: {
    readonly [field: string]: { readonly [option: string]: Taken };
  };
  /** Of the entries of whoever asks. */
  readonly perAuthor?: Taken;
};

type Deps = { readonly store: Pick<EntryStore, 'seatsTaken'>; readonly now: () => Date };

/** How many seats of a form are taken, for an author. */
export async function seatsLeft(
  { store, now }: Deps,
  { form, username }: { readonly form: Form; readonly username: string },
): Promise<SeatsLeft> {
  const counters = countersOf(form);
  const taken = await store.seatsTaken({ username, form: form.id }, [...counters.keys()]);
  const of = (counter: string): Taken => ({
    taken: taken.get(counter) ?? 0,
    max: counters.get(counter) ?? 0,
  });
  const { opens, closes, entries, perAuthor, perOption } = form.limits ?? {};
  return {
    now: now().toISOString(),
    ...(opens !== undefined && { opens }),
    ...(closes !== undefined && { closes }),
    ...(entries !== undefined && { entries: of(entriesCounter) }),
    ...(perOption && { perOption: ofEachOption(perOption, of) }),
    ...(perAuthor !== undefined && { perAuthor: of(authorCounter) }),
  };
}

function ofEachOption(
  perOption: NonNullable<FormLimits['perOption']>,
  of: (counter: string) => Taken,
): SeatsLeft['perOption'] & object {
  return Object.fromEntries(
    Object.entries(perOption).map(([field, options = {}]) => [
      field,
      Object.fromEntries(
        Object.keys(options).map((it) => [it, of(optionCounter(field, it))] as const),
      ),
    ]),
  );
}
