import type { Form } from '../form/define-form.ts';
import { seatingOf } from '../limits/seats.ts';
import { eraseOne } from './erase-all.ts';
import type { EntryKey, EntryStore } from './store/entry-store.ts';

/** How many entries an owner decides about in one request. */
export const mostDecidedAtOnce = 50;

/** How many of them at once. */
const atOnce = 10;

/**
 * Makes entries on hold responses like the others.
 * @returns how many of them were on hold; `full`: how many stay on hold, because the form has no room left for them
 */
export async function releaseOnHold(
  { store, now }: { readonly store: Pick<EntryStore, 'release'>; readonly now: () => Date },
  { form, keys }: { readonly form: Form; readonly keys: readonly EntryKey[] },
): Promise<{ readonly released: number; readonly full?: number }> {
  const seating = seatingOf(form);
  const at = form.notify?.newEntry === undefined ? undefined : now().toISOString();
  let full = 0;
  const released = await countWhere(keys, async (key) => {
    const outcome = await store.release(key, seating, at);
    if (outcome === 'full') full += 1;
    return outcome === true;
  });
  return { released, ...(full > 0 && { full }) };
}

type EraseDeps = {
  readonly store: Pick<EntryStore, 'find' | 'update' | 'purge'>;
  readonly now: () => Date;
};

/** Erases entries on hold, and no others: owners change nobody's answers. @returns how many of them were on hold */
export function eraseOnHold(deps: EraseDeps, keys: readonly EntryKey[]): Promise<number> {
  return countWhere(keys, (key) => eraseOne(deps, key, ({ onHold }) => onHold !== undefined));
}

async function countWhere(
  keys: readonly EntryKey[],
  isDone: (key: EntryKey) => Promise<boolean>,
): Promise<number> {
  let count = 0;
  for (let at = 0; at < keys.length; at += atOnce) {
    const done = await Promise.all(keys.slice(at, at + atOnce).map(isDone));
    count += done.filter(Boolean).length;
  }
  return count;
}
