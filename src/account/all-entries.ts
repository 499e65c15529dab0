import type { Form } from '#core/form.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Api } from '../cloud/api.ts';
import { eachPage } from '../cloud/each-page.ts';
import type { Told } from '../cloud/told.ts';

export type Own = { readonly form: Form; readonly entry: Told; readonly isWithdrawn: boolean };

/**
 * Everything the server has of a person, of every form, the withdrawn included; nothing when part of it
 * could not be had, for half of it would look like all of it.
 * @param onFound told how many there are so far
 */
export async function allEntries(
  api: Pick<Api, 'list'>,
  forms: readonly Form[],
  onFound: (count: number) => void,
): Promise<Result<readonly Own[], 'unreachable'>> {
  const found: Own[] = [];
  for (const form of forms)
    for (const isWithdrawn of [false, true]) {
      const asked = await eachPage(
        (cursor) => api.list(form.id, { cursor, isWithdrawn }),
        ({ entries }) => {
          found.push(...entries.map((entry) => ({ form, entry, isWithdrawn })));
          onFound(found.length);
          return true;
        },
      );
      if (!asked.ok) return err('unreachable');
    }
  return ok(found);
}
