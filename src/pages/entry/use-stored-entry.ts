import { useEffect, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { ok, type Result } from '#core/values/result.ts';
import { eachPage } from '../../cloud/api/fetch-pages.ts';
import type { ApiFailure } from '../../cloud/api/api-failure.ts';
import { parseApiEntries, type ApiEntry } from '../../cloud/api/parse-api-entry.ts';
import { useDeps, usePerson } from '../../deps.ts';
import { useOwnEntry } from '../sent/use-own-entry.ts';

type StoredEntry = { readonly apiEntry: ApiEntry; readonly isWithdrawn: boolean };

/** How many pages of withdrawn entries are searched for one of them. */
const maxPages = 10;

/** An entry as the server has it, also if it is withdrawn. Undefined while it loads. */
export function useStoredEntry(
  form: Form,
  id: string,
): Result<StoredEntry, ApiFailure> | undefined {
  const { api, entryCache } = useDeps();
  const author = usePerson()?.username ?? '';
  const current = useOwnEntry(form, id);
  const [elsewhere, setElsewhere] = useState<StoredEntry | 'missing'>();
  const isElsewhere = current !== undefined && !current.ok && current.problem.is !== 'signed-out';
  useEffect(() => {
    let isWanted = true;
    /** The list is the only route that has them. */
    async function find() {
      const list = { form, isWithdrawn: true };
      const copy = await entryCache.read(author, list).catch(() => undefined);
      let found = parseApiEntries(copy)?.find((it) => it.id === id);
      let pages = 0;
      if (!found)
        await eachPage(
          (cursor) => api.list(form.id, { cursor, isWithdrawn: true }),
          ({ entries }) => {
            found = entries.find((it) => it.id === id);
            pages += 1;
            return !found && pages < maxPages;
          },
        );
      if (found && isWanted) setElsewhere({ apiEntry: found, isWithdrawn: true });
      if (found) return;
      // It may have been restored between the two requests.
      const again = await api.read(form.id, id);
      if (isWanted)
        setElsewhere(again.ok ? { apiEntry: again.value, isWithdrawn: false } : 'missing');
    }
    if (isElsewhere) void find();
    return () => void (isWanted = false);
  }, [api, entryCache, author, form, id, isElsewhere]);
  if (!isElsewhere)
    return current?.ok ? ok({ apiEntry: current.value, isWithdrawn: false }) : current;
  if (!elsewhere) return undefined;
  return elsewhere === 'missing' ? current : ok(elsewhere);
}
