import { useEffect, useReducer, useRef } from 'react';
import { useLocation } from 'wouter';
import type { Held } from '#core/field.ts';
import type { Form } from '#core/form.ts';
import { useDeps } from '../deps.ts';
import { signInPath } from '../paths.ts';
import { beginFilling, candidates, step, type Event, type Filling } from './filling.ts';
import { needsNewId } from './stuck.tsx';

export type FillingActions = {
  readonly type: (field: string, held: Held) => void;
  readonly clear: () => void;
  readonly bringBack: () => void;
  readonly send: () => Promise<void>;
  readonly beginAgain: () => void;
};

/** A form being filled: its state, kept on this device with every key, and what can be done with it. */
export function useFilling(form: Form): readonly [Filling, FillingActions] {
  const { session, api, drafts } = useDeps();
  const [path, navigate] = useLocation();
  const [filling, dispatch] = useReducer(
    (before: Filling, event: Event) => step(form, before, event),
    undefined,
    () => beginFilling(drafts.open(form.id)),
  );
  const { draft, sending } = filling;
  useEffect(() => drafts.keep(form.id, draft), [drafts, form.id, draft]);

  // Not state: a second press comes before the first has been drawn.
  const isUnderWay = useRef(false);
  const isOnPage = useRef(true);
  useEffect(() => {
    isOnPage.current = true;
    return () => void (isOnPage.current = false);
  }, []);

  async function send() {
    if (isUnderWay.current) return;
    const parsed = form.parse(candidates(form, draft.held));
    if (!parsed.ok) return dispatch({ is: 'complained', complaints: parsed.problem });
    if (!session.person()) return askToSignIn();
    const sent = needsNewId(sending) ? { ...drafts.start(), held: draft.held } : draft;
    isUnderWay.current = true;
    dispatch({ is: 'sent', draft: sent });
    const reply = await api.submit(form, { id: sent.id, answers: parsed.value });
    isUnderWay.current = false;
    if (reply.ok) {
      // By hand: the person may have gone to another page meanwhile, where no effect keeps drafts.
      drafts.discard(form.id, sent.id);
      return dispatch({ is: 'delivered', entry: reply.value, fresh: drafts.start() });
    }
    const failure = reply.problem;
    if (failure.is === 'refused' && failure.complaints.length > 0)
      return dispatch({ is: 'complained', complaints: failure.complaints });
    dispatch({ is: 'stuck', failure });
    if (failure.is === 'signed-out' && isOnPage.current) askToSignIn();
  }

  function askToSignIn() {
    navigate(signInPath(path), { state: { because: 'to-send' } });
  }

  return [
    filling,
    {
      type: (field, held) => dispatch({ is: 'typed', field, held }),
      clear: () => dispatch({ is: 'cleared', fresh: drafts.start() }),
      bringBack: () => dispatch({ is: 'brought-back' }),
      beginAgain: () => dispatch({ is: 'begun-again' }),
      send,
    },
  ];
}
