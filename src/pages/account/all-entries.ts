import type { ListedForm } from '#core/form/listed-form.ts';
import { err, ok, type Result } from '#core/values/result.ts';
import type { ApiClient } from '../../cloud/api/api-client.ts';
import { eachPage } from '../../cloud/api/fetch-pages.ts';
import type { ApiEntry } from '../../cloud/api/parse-api-entry.ts';

export type AccountEntry = {
  readonly form: ListedForm;
  readonly entry: ApiEntry;
  readonly isWithdrawn: boolean;
};

/**
 * All of a person's entries on the server, of every form, including withdrawn ones. Fails if any page of
 * them fails: a partial list would look complete. An entry that is withdrawn while they are read is in both
 * lists, and is returned once, as it was last.
 * @param onFound called with the number found so far
 */
export async function allEntries(
  api: Pick<ApiClient, 'list'>,
  forms: readonly ListedForm[],
  onFound: (count: number) => void,
): Promise<Result<readonly AccountEntry[], 'unreachable'>> {
  const found = new Map<string, AccountEntry>();
  for (const form of forms)
    for (const isWithdrawn of [false, true]) {
      const listed = await eachPage(
        (cursor) => api.list(form.id, { cursor, isWithdrawn }),
        ({ entries }) => {
          for (const entry of entries) found.set(entry.id, { form, entry, isWithdrawn });
          onFound(found.size);
          return true;
        },
      );
      if (!listed.ok) return err('unreachable');
    }
  return ok([...found.values()]);
}
