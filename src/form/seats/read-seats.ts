import type { SeatsLeft, Taken } from '#core/limits/seats-left.ts';
import { isRecord } from '#core/values/is-record.ts';
import type { ApiCaller } from '../../cloud/api/api-caller.ts';

/** How many seats of a form are taken. */
export type Seats = Pick<SeatsLeft, 'entries' | 'perAuthor' | 'perOption'>;

/**
 * Asks the API for the seats of a form.
 * @param as whose entries count for `perAuthor`
 * @returns `undefined` if it cannot say
 */
export async function readSeats(
  call: ApiCaller,
  form: string,
  as: string,
): Promise<Seats | undefined> {
  const replied = await call('seats', { form }, { as });
  if (!replied.ok || !isRecord(replied.value)) return undefined;
  const { entries, perAuthor, perOption } = replied.value;
  return {
    ...(isTaken(entries) && { entries }),
    ...(isTaken(perAuthor) && { perAuthor }),
    ...(isRecord(perOption) && { perOption: withTaken(perOption) }),
  };
}

function withTaken(perOption: Readonly<Record<string, unknown>>): Seats['perOption'] & object {
  return Object.fromEntries(
    Object.entries(perOption).map(([field, options]) => [
      field,
      Object.fromEntries(
        Object.entries(isRecord(options) ? options : {}).flatMap(([option, it]) =>
          isTaken(it) ? [[option, it] as const] : [],
        ),
      ),
    ]),
  );
}

function isTaken(it: unknown): it is Taken {
  return isRecord(it) && typeof it['taken'] === 'number' && typeof it['max'] === 'number';
}

/** How many are left: none, if more are taken than there are, as after a limit was lowered. */
export function leftOf({ taken, max }: Taken): number {
  return Math.max(0, max - taken);
}
