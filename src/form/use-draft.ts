import { useEffect, useState } from 'react';
import { useDeps, usePerson } from '../deps.ts';
import type { Draft } from './draft.ts';
import type { Event } from './filling.ts';
import type { Purpose } from './purpose.ts';

type Options = {
  readonly purpose: Purpose;
  readonly draft: Draft;
  readonly dispatch: (event: Event) => void;
};

/** Finds the draft that was kept, while the form is there already, and from then on keeps it with every key. */
export function useDraft({ purpose: { form, of, held: initial }, draft, dispatch }: Options): void {
  const drafts = useDeps().draftsFor(form);
  const author = usePerson()?.username ?? '';
  const [untouched] = useState(draft);
  const [isRead, setIsRead] = useState(false);

  useEffect(() => {
    let isHere = true;
    async function find() {
      const kept = await drafts.open({ author, of }).catch(() => undefined);
      if (!isHere) return;
      if (kept) dispatch({ is: 'found', kept, initial });
      setIsRead(true);
    }
    void find();
    return () => void (isHere = false);
  }, [drafts, author, of, initial, dispatch]);

  useEffect(() => {
    if (!isRead || draft === untouched) return;
    let isHere = true;
    async function keep() {
      const isKept = await drafts.keep({ author, of }, draft);
      if (isHere) dispatch({ is: isKept ? 'kept' : 'not-kept' });
    }
    void keep();
    return () => void (isHere = false);
  }, [drafts, author, of, draft, untouched, isRead, dispatch]);
}
