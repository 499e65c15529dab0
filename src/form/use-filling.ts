import { useEffect, useReducer, useRef } from 'react';
import { err } from '#core/values/result.ts';
import type { ControlValue } from '#core/form/field.ts';
import type { Issue } from '#core/form/define-form.ts';
import type { ApiFailure } from '../cloud/api/api-failure.ts';
import { useDeps } from '../deps.ts';
import { pathTo, signInPath } from '../page-paths.ts';
import { useLocation } from '../ui/navigation.ts';
import { fieldsLoaded } from './fields-loaded.ts';
import { nobody } from '../outbox/changes/queued-change.ts';
import { requestToSend } from '../outbox/send-request.ts';
import { beginFilling, unparsedAnswers, step, type FillingEvent, type Filling } from './filling.ts';
import { changeToSend, type FillTarget } from './fill-target.ts';
import { needsNewId } from './submit-button-text.ts';
import { useDraft } from './use-draft.ts';

export type FillingActions = {
  readonly type: (field: string, controlValue: ControlValue) => void;
  readonly clear: () => void;
  readonly bringBack: () => void;
  /** @param unreadableFields fields whose inputs show something that the browser does not reveal */
  readonly send: (unreadableFields?: readonly string[]) => Promise<void>;
  readonly beginAgain: () => void;
  /** Shows an entry again that the server refused, to be corrected. */
  readonly refuse: (issues: readonly Issue[]) => Promise<void>;
};

/** The state of a form and the actions on it. Each keystroke is stored on this device. */
export function useFilling(target: FillTarget): readonly [Filling, FillingActions] {
  const { form } = target;
  const { newId, session, outbox, api, draftsFor } = useDeps();
  const drafts = draftsFor(form);
  const [path, navigate] = useLocation();
  const fresh = () => ({ id: newId(), controlValues: target.controlValues, base: target.base });
  const [filling, dispatch] = useReducer(
    (before: Filling, event: FillingEvent) => step(form, before, event),
    undefined,
    () => beginFilling(fresh()),
  );
  const { draft, sending } = filling;
  useDraft({ target, draft, dispatch });
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the reducer reads the form, which is in another language now
  useEffect(() => dispatch({ is: 'language-changed' }), [form]);

  // Not state: the button may be pressed again before React has rendered.
  const isUnderWay = useRef(false);
  const isOnPage = useRef(true);
  useEffect(() => {
    isOnPage.current = true;
    return () => void (isOnPage.current = false);
  }, []);

  async function send(unreadableFields?: readonly string[]) {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    await fieldsLoaded(form);
    const parsed = form.parse(unparsedAnswers(form, draft.controlValues, unreadableFields));
    if (!parsed.ok) {
      isUnderWay.current = false;
      return dispatch({ is: 'invalid', issues: parsed.problem });
    }
    const person = session.person();
    const sent = needsNewId(sending) ? { ...draft, id: newId() } : draft;
    const { id, base = target.base } = sent;
    const answers = parsed.value;
    dispatch({ is: 'sent', draft: sent });
    const saved = await target.save(outbox, { id, answers, base });
    // If it must not or cannot be stored, it is sent at once.
    const sentNow =
      !saved.ok && person
        ? await api.deliver(changeToSend(target, { id, answers, base, author: person.username }))
        : err({ is: 'signed-out' } as const);
    isUnderWay.current = false;
    if (saved.ok) {
      showSent(saved.value.entry);
      dispatch({ is: 'saved', changeId: saved.value.id, fresh: fresh() });
      if (!person && !target.entry)
        askToSignIn(pathTo.sent(form.id, saved.value.entry), {
          send: requestToSend(saved.value),
        });
    } else if (sentNow.ok && sentNow.value) {
      showSent(sentNow.value.id);
      dispatch({ is: 'delivered', entry: sentNow.value, fresh: fresh() });
    } else if (!sentNow.ok) return showFailure(sentNow.problem);
    // Here and not in an effect: the person may have left the page meanwhile.
    await drafts.discard(id);
  }

  /** Goes to the page of the new entry. A change stays on the page of its entry. */
  function showSent(entry: string) {
    if (!target.entry && isOnPage.current) navigate(pathTo.sent(form.id, entry));
  }

  function showFailure(failure: ApiFailure) {
    if (failure.is === 'refused' && failure.issues.length > 0)
      return dispatch({ is: 'invalid', issues: failure.issues });
    dispatch({ is: 'failed', failure });
    if (failure.is !== 'signed-out') return;
    // So that the draft survives going to the sign-in page and back, even if the disk could not be read so far.
    const author = session.person()?.username ?? nobody;
    void drafts.keep({ author, of: target.of }, { ...draft, isToBeSent: true });
    askToSignIn(path, { because: 'to-send-from-here', send: draft.id });
  }

  async function refuse(issues: readonly Issue[]) {
    if (sending.is === 'saved') await drafts.bringBack(sending.sent.id);
    if (!target.entry) navigate(pathTo.fill(form.id), { replace: true });
    dispatch({ is: 'refused', issues });
  }

  /** Goes to the sign-in page, which needs a network. Without one, this page stays and explains. */
  function askToSignIn(from: string, state: object) {
    if (isOnPage.current && navigator.onLine) navigate(signInPath(from), { state });
  }

  return [
    filling,
    {
      type(field, controlValue) {
        dispatch({ is: 'typed', field, controlValue });
        void fieldsLoaded(form);
      },
      clear: () => dispatch({ is: 'cleared', fresh: fresh() }),
      bringBack: () => dispatch({ is: 'restored' }),
      beginAgain() {
        dispatch({ is: 'restarted' });
        navigate(pathTo.fill(form.id));
      },
      refuse,
      send,
    },
  ];
}
