import { useEffect, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { ok, type Result } from '#core/values/result.ts';
import { eachPage } from '../../cloud/api/fetch-pages.ts';
import type { ApiFailure } from '../../cloud/api/api-failure.ts';
import { parseApiEntries, type ApiEntry } from '../../cloud/api/parse-api-entry.ts';
import { useAuthor, useDeps, usePerson } from '../../deps.ts';
import { useOwnEntry } from '../sent/use-own-entry.ts';

type StoredEntry = { readonly apiEntry: ApiEntry; readonly isWithdrawn: boolean };

/** How many pages of withdrawn entries are searched for one of them. */
const maxPages = 10;

/** An entry as the server has it, also if it is withdrawn. Undefined while it loads. */
export function useStoredEntry(
  form: Form,
  id: string,
): Result<StoredEntry, ApiFailure> | undefined {
  const { api } = useDeps();
  const as = useAuthor(form);
  const current = useOwnEntry(form, id);
  const copy = useWithdrawnCopy(form, id);
  const [elsewhere, setElsewhere] = useState<StoredEntry | 'missing'>();
  const isElsewhere =
    copy === 'none' && current !== undefined && !current.ok && current.problem.is !== 'signed-out';
  useEffect(() => {
    let isWanted = true;
    /** The list is the only route that has them. */
    async function find() {
      let found: ApiEntry | undefined;
      let pages = 0;
      await eachPage(
        (cursor) => api.list(form.id, { as, cursor, isWithdrawn: true }),
        ({ entries }) => {
          found = entries.find((it) => it.id === id);
          pages += 1;
          return !found && pages < maxPages;
        },
      );
      if (found && isWanted) setElsewhere({ apiEntry: found, isWithdrawn: true });
      if (found) return;
      // It may have been restored between the two requests.
      const again = await api.read(form.id, id, as === undefined ? {} : { as });
      if (isWanted)
        setElsewhere(again.ok ? { apiEntry: again.value, isWithdrawn: false } : 'missing');
    }
    if (isElsewhere) void find();
    return () => void (isWanted = false);
  }, [api, as, form, id, isElsewhere]);
  if (!current || !copy) return undefined;
  // Both lists may be cached with it: withdrawing an entry and restoring it make a new version each.
  const isCopyLatest =
    copy !== 'none' &&
    (current.ok ? copy.version > current.value.version : current.problem.is !== 'signed-out');
  if (isCopyLatest) return ok({ apiEntry: copy, isWithdrawn: true });
  if (current.ok) return ok({ apiEntry: current.value, isWithdrawn: false });
  if (!isElsewhere) return current;
  if (!elsewhere) return undefined;
  return elsewhere === 'missing' ? current : ok(elsewhere);
}

/** The entry in the cached list of withdrawn entries. Undefined until the cache is read. */
function useWithdrawnCopy(form: Form, id: string): ApiEntry | 'none' | undefined {
  const { entryCache } = useDeps();
  const author = usePerson()?.username ?? '';
  const [copy, setCopy] = useState<ApiEntry | 'none'>();
  useEffect(() => {
    let isWanted = true;
    async function find() {
      const list = { form, isWithdrawn: true };
      const copies = parseApiEntries(await entryCache.read(author, list).catch(() => undefined));
      if (isWanted) setCopy(copies?.find((it) => it.id === id) ?? 'none');
    }
    void find();
    return () => void (isWanted = false);
  }, [entryCache, author, form, id]);
  return copy;
}
