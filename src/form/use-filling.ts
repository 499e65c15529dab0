import { useEffect, useReducer, useRef } from 'react';
import { useLocation } from 'wouter';
import { err } from '#core/result.ts';
import type { Held } from '#core/field.ts';
import type { Complaint } from '#core/form.ts';
import type { Failure } from '../cloud/failure.ts';
import { useDeps } from '../deps.ts';
import { loaded } from './loaded.ts';
import { nobody } from '../outbox/parcel.ts';
import { sentPath, signInPath } from '../paths.ts';
import { beginFilling, candidates, step, type Event, type Filling } from './filling.ts';
import { parcelFor, type Purpose } from './purpose.ts';
import { needsNewId } from './button-words.ts';
import { useDraft } from './use-draft.ts';

export type FillingActions = {
  readonly type: (field: string, held: Held) => void;
  readonly clear: () => void;
  readonly bringBack: () => void;
  /** @param heldBack the fields whose boxes show something that the browser does not give away */
  readonly send: (heldBack?: readonly string[]) => Promise<void>;
  readonly beginAgain: () => void;
  /** The server did not take what the outbox sent: here it is again, to be mended. */
  readonly refuse: (complaints: readonly Complaint[]) => Promise<void>;
};

/** A form being filled: its state, kept on this device with every key, and what can be done with it. */
export function useFilling(purpose: Purpose): readonly [Filling, FillingActions] {
  const { form } = purpose;
  const { newId, session, outbox, api, draftsFor } = useDeps();
  const drafts = draftsFor(form);
  const [path, navigate] = useLocation();
  const fresh = () => ({ id: newId(), held: purpose.held, base: purpose.base });
  const [filling, dispatch] = useReducer(
    (before: Filling, event: Event) => step(form, before, event),
    undefined,
    () => beginFilling(fresh()),
  );
  const { draft, sending } = filling;
  useDraft({ purpose, draft, dispatch });
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the reducer reads the form, which now speaks another language
  useEffect(() => dispatch({ is: 'reworded' }), [form]);

  // Not state: a second press comes before the first has been drawn.
  const isUnderWay = useRef(false);
  const isOnPage = useRef(true);
  useEffect(() => {
    isOnPage.current = true;
    return () => void (isOnPage.current = false);
  }, []);

  async function send(heldBack?: readonly string[]) {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    await loaded(form);
    const parsed = form.parse(candidates(form, draft.held, heldBack));
    if (!parsed.ok) {
      isUnderWay.current = false;
      return dispatch({ is: 'complained', complaints: parsed.problem });
    }
    const person = session.person();
    const sent = needsNewId(sending) ? { ...draft, id: newId() } : draft;
    const { id, base = purpose.base } = sent;
    const answers = parsed.value;
    dispatch({ is: 'sent', draft: sent });
    const saved = await purpose.save(outbox, { id, answers, base });
    // What must not, or cannot, wait on the disk leaves at once.
    const sentNow =
      !saved.ok && person
        ? await api.deliver(parcelFor(purpose, { id, answers, base, author: person.username }))
        : err({ is: 'signed-out' } as const);
    isUnderWay.current = false;
    if (saved.ok) {
      showSent(saved.value.entry);
      dispatch({ is: 'saved', parcel: saved.value.id, fresh: fresh() });
      if (!person && !purpose.entry) askToSignIn(sentPath(form, saved.value.entry), 'to-send');
    } else if (sentNow.ok && sentNow.value) {
      showSent(sentNow.value.id);
      dispatch({ is: 'delivered', entry: sentNow.value, fresh: fresh() });
    } else if (!sentNow.ok) return beStuck(sentNow.problem);
    // By hand: the person may have gone to another page meanwhile, where no effect keeps drafts.
    await drafts.discard(id);
  }

  /** What was sent has an address of its own; a change stays at the address of its entry. */
  function showSent(entry: string) {
    if (!purpose.entry && isOnPage.current) navigate(sentPath(form, entry));
  }

  function beStuck(failure: Failure) {
    if (failure.is === 'refused' && failure.complaints.length > 0)
      return dispatch({ is: 'complained', complaints: failure.complaints });
    dispatch({ is: 'stuck', failure });
    if (failure.is !== 'signed-out') return;
    // Along to the sign-in page and back, even where the disk could not be read so far.
    void drafts.keep({ author: session.person()?.username ?? nobody, of: purpose.of }, draft);
    askToSignIn(path, 'to-send-from-here');
  }

  async function refuse(complaints: readonly Complaint[]) {
    if (sending.is === 'saved') await drafts.bringBack(sending.sent.id);
    if (!purpose.entry) navigate(`/${form.id}`, { replace: true });
    dispatch({ is: 'refused', complaints });
  }

  /** Where that can be done: without a network the page stays, which says what waits. */
  function askToSignIn(from: string, because: 'to-send' | 'to-send-from-here') {
    if (isOnPage.current && navigator.onLine) navigate(signInPath(from), { state: { because } });
  }

  return [
    filling,
    {
      type(field, held) {
        dispatch({ is: 'typed', field, held });
        void loaded(form);
      },
      clear: () => dispatch({ is: 'cleared', fresh: fresh() }),
      bringBack: () => dispatch({ is: 'brought-back' }),
      beginAgain() {
        dispatch({ is: 'begun-again' });
        navigate(`/${form.id}`);
      },
      refuse,
      send,
    },
  ];
}
