import { useEffect, useState } from 'react';
import type { Form } from '#core/form.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Failure } from '../cloud/failure.ts';
import { toldEntry, type Told } from '../cloud/told.ts';
import { useDeps, usePerson } from '../deps.ts';

/** One of a person's own entries: as the server has it, or where that is out of reach, as it was shown here last. */
export function useOwnEntry(form: Form, id: string): Result<Told, Failure> | undefined {
  const { api, copies } = useDeps();
  const author = usePerson()?.username;
  const [found, setFound] = useState<Result<Told, Failure>>();
  useEffect(() => {
    let isWanted = true;
    const show = (it: Result<Told, Failure>) => void (isWanted && setFound(it));
    async function find(as: string) {
      const copy = toldIn(await copies.read(as, { form }).catch(() => undefined), id);
      if (copy) show(ok(copy));
      const read = await api.read(form.id, id);
      if (read.ok || !copy || read.problem.is === 'refused') show(read);
    }
    if (author === undefined) show(err({ is: 'signed-out' }));
    else void find(author);
    return () => void (isWanted = false);
  }, [api, copies, author, form, id]);
  return found;
}

function toldIn(copy: unknown, id: string): Told | undefined {
  return Array.isArray(copy) ? copy.map(toldEntry).find((it) => it?.id === id) : undefined;
}
