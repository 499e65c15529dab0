import { useEffect, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { err, ok, type Result } from '#core/values/result.ts';
import type { ApiFailure } from '../../cloud/api/api-failure.ts';
import { parseApiEntries, type ApiEntry } from '../../cloud/api/parse-api-entry.ts';
import { useAuthor, useDeps } from '../../deps.ts';

/** One of a person's own entries: from the server, or from the cache where that is unreachable. */
export function useOwnEntry(form: Form, id: string): Result<ApiEntry, ApiFailure> | undefined {
  const { api, entryCache } = useDeps();
  const author = useAuthor(form);
  const [found, setFound] = useState<Result<ApiEntry, ApiFailure>>();
  useEffect(() => {
    let isWanted = true;
    const show = (it: Result<ApiEntry, ApiFailure>) => void (isWanted && setFound(it));
    async function find(as: string) {
      const list = await entryCache.read(as, { form }).catch(() => undefined);
      const copy = parseApiEntries(list)?.find((it) => it.id === id);
      if (copy) show(ok(copy));
      const read = await api.read(form.id, id, { as });
      if (read.ok || !copy || read.problem.is === 'refused') show(read);
    }
    if (author === undefined) show(err({ is: 'signed-out' }));
    else void find(author);
    return () => void (isWanted = false);
  }, [api, entryCache, author, form, id]);
  return found;
}
