import { useEffect, useEffectEvent, useState } from 'react';
import { useDeps, usePerson } from '../deps.ts';
import { whyUnkept } from '../device/unkept.ts';
import type { Draft } from './draft.ts';
import type { Event } from './filling.ts';
import type { Purpose } from './purpose.ts';

type Options = {
  readonly purpose: Purpose;
  readonly draft: Draft;
  readonly dispatch: (event: Event) => void;
};

/** Milliseconds, after which a disk that did not do what it was asked is asked again. */
const soon = 5000;

/** Finds the draft that was kept, while the form is there already, and from then on keeps it with every key. */
export function useDraft({ purpose: { form, of, held: initial }, draft, dispatch }: Options): void {
  const drafts = useDeps().draftsFor(form);
  const author = usePerson()?.username ?? '';
  const [untouched] = useState(draft);
  const [isRead, setIsRead] = useState(false);

  // An event: a form that speaks another language from now on is the same form.
  const inTodaysForm = useEffectEvent(async (kept: Draft) => {
    if (!kept.base || kept.base.formVersion === form.version) return kept;
    const holding = await import('./holding.ts').catch(() => undefined);
    return holding?.inTodaysControls(form, kept) ?? kept;
  });

  useEffect(() => {
    let again: ReturnType<typeof setTimeout> | undefined;
    let isHere = true;
    async function find() {
      try {
        const kept = await drafts.open({ author, of });
        const draft = kept && (await inTodaysForm(kept.draft));
        if (!isHere) return;
        if (draft) dispatch({ is: 'found', kept: { ...kept, draft }, initial });
        dispatch({ is: 'kept', keeping: 'kept' });
        setIsRead(true);
      } catch (error) {
        if (!isHere) return;
        // Nothing is kept before: it would be a second draft beside the one that cannot be read.
        dispatch({ is: 'kept', keeping: whyUnkept(error) });
        again = setTimeout(() => void find(), soon);
      }
    }
    void find();
    return () => {
      isHere = false;
      clearTimeout(again);
    };
  }, [drafts, author, of, initial, dispatch]);

  // Back from the back/forward cache: another page of this tab may have gone on with it.
  const catchUp = useEffectEvent(async () => {
    const kept = await drafts.open({ author, of }).catch(() => undefined);
    if (kept && JSON.stringify(kept.draft) !== JSON.stringify(draft))
      dispatch({ is: 'found', kept, initial: draft.held });
  });
  useEffect(() => {
    const onShow = ({ persisted }: PageTransitionEvent) => persisted && void catchUp();
    window.addEventListener('pageshow', onShow);
    return () => window.removeEventListener('pageshow', onShow);
  }, []);

  useEffect(() => {
    if (!isRead || draft === untouched) return;
    let again: ReturnType<typeof setTimeout> | undefined;
    let isHere = true;
    async function keep() {
      const keeping = await drafts.keep({ author, of }, draft);
      if (!isHere) return;
      dispatch({ is: 'kept', keeping });
      if (keeping !== 'kept') again = setTimeout(() => void keep(), soon);
    }
    void keep();
    return () => {
      isHere = false;
      clearTimeout(again);
    };
  }, [drafts, author, of, draft, untouched, isRead, dispatch]);
}
