import { useEffect, useEffectEvent, useState } from 'react';
import { useDeps, usePerson } from '../deps.ts';
import { storageFailureOf } from '../device/storage-failure.ts';
import { isBegun, type Draft } from '../drafts/draft.ts';
import { withTypedBefore, type FillingEvent } from './filling.ts';
import type { FillTarget } from './fill-target.ts';

type Options = {
  readonly target: FillTarget;
  readonly draft: Draft;
  readonly dispatch: (event: FillingEvent) => void;
};

/** Milliseconds until the disk is tried again after a failure. */
const retryDelay = 5000;

/** Loads the stored draft after the form has appeared, and stores each change from then on. */
export function useDraft({
  target: { form, of, controlValues: initial },
  draft,
  dispatch,
}: Options): void {
  const drafts = useDeps().draftsFor(form);
  const author = usePerson()?.username ?? '';
  const [untouched] = useState(draft);
  const [isRead, setIsRead] = useState(false);

  // An effect event: changing the language must not load the draft again.
  const inCurrentForm = useEffectEvent(async (kept: Draft) => {
    if (!kept.base || kept.base.formVersion === form.version) return kept;
    const controlValues = await import('./answers-to-control-values.ts').catch(() => undefined);
    return controlValues?.inCurrentControls(form, kept) ?? kept;
  });

  useEffect(() => {
    let again: ReturnType<typeof setTimeout> | undefined;
    let isCurrent = true;
    async function find() {
      try {
        const kept = await drafts.open({ author, of });
        const draft = kept && (await inCurrentForm(kept.draft));
        if (!isCurrent) return;
        if (draft) dispatch({ is: 'found', kept: { ...kept, draft }, initial });
        dispatch({ is: 'kept', saveStatus: 'kept' });
        setIsRead(true);
      } catch (error) {
        if (!isCurrent) return;
        // Nothing is stored until then: it would be a second draft beside the one that cannot be read.
        dispatch({ is: 'kept', saveStatus: storageFailureOf(error) });
        again = setTimeout(() => void find(), retryDelay);
      }
    }
    void find();
    return () => {
      isCurrent = false;
      clearTimeout(again);
    };
  }, [drafts, author, of, initial, dispatch]);

  // A page may be left before the disk has answered.
  const keepTyped = useEffectEvent(() => {
    if (isRead || draft === untouched || !isBegun(draft)) return;
    void drafts.keepInto({ author, of }, async (found) =>
      // Somebody who goes to sign in has just kept this one: use-filling.ts.
      found && found.draft.id !== draft.id
        ? withTypedBefore(await inCurrentForm(found.draft), draft, initial)
        : (found?.draft ?? draft),
    );
  });
  useEffect(() => () => keepTyped(), []);

  // Coming back from the back/forward cache, another page of this tab may have continued the draft.
  const catchUp = useEffectEvent(async () => {
    const kept = await drafts.open({ author, of }).catch(() => undefined);
    if (kept && JSON.stringify(kept.draft) !== JSON.stringify(draft))
      dispatch({ is: 'found', kept, initial: draft.controlValues });
  });
  useEffect(() => {
    const onShow = ({ persisted }: PageTransitionEvent) => persisted && void catchUp();
    window.addEventListener('pageshow', onShow);
    return () => window.removeEventListener('pageshow', onShow);
  }, []);

  useEffect(() => {
    if (!isRead || draft === untouched) return;
    let again: ReturnType<typeof setTimeout> | undefined;
    let isCurrent = true;
    async function keep() {
      const saveStatus = await drafts.keep({ author, of }, draft);
      if (!isCurrent) return;
      dispatch({ is: 'kept', saveStatus, at: Date.now() });
      if (saveStatus !== 'kept') again = setTimeout(() => void keep(), retryDelay);
    }
    void keep();
    return () => {
      isCurrent = false;
      clearTimeout(again);
    };
  }, [drafts, author, of, draft, untouched, isRead, dispatch]);
}
