import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { err } from '#core/values/result.ts';
import type { ControlValue } from '#core/form/field.ts';
import type { Issue } from '#core/form/answers.ts';
import { isOpen } from '#core/form/define-form.ts';
import { fieldOf } from '#core/form/field-of.ts';
import type { ApiFailure } from '../cloud/api/api-failure.ts';
import { useDeps } from '../deps.ts';
import { begunOn } from '../drafts/day-begun.ts';
import type { ControlValues } from '../drafts/draft.ts';
import { pathTo, signInPath } from '../page-paths.ts';
import { useLocation } from '../ui/navigation.ts';
import { fieldsLoaded } from './fields-loaded.ts';
import { nobody } from '../cloud/session/identity.ts';
import { requestToSend } from '../outbox/send-request.ts';
import {
  beginFilling,
  isSameIssue,
  step,
  warningsOf,
  type FillingEvent,
  type Filling,
} from './filling.ts';
import { formInUse, type FormNow } from './form-in-use.ts';
import { changeToSend } from './change-to-send.ts';
import type { FillTarget, Sent } from './fill-target.ts';
import { needsNewId } from './submit-button-text.ts';
import { useDraft } from './use-draft.ts';

/** A page of a form that somebody wants to leave behind. */
type PageToCheck = {
  readonly fields: readonly string[];
  /** What they have passed with it. */
  readonly passed: readonly string[];
  /** See `send`. */
  readonly unreadableFields: readonly string[];
};

export type FillingActions = {
  /** Always the same function. */
  readonly type: (field: string, controlValue: ControlValue) => void;
  /** Fills in what a link has, unless it is answered already. Again after sending or clearing. */
  readonly prefill: (values: ControlValues) => void;
  readonly clear: () => void;
  readonly bringBack: () => void;
  /** @param unreadableFields fields whose inputs show something that the browser does not reveal */
  readonly send: (unreadableFields?: readonly string[]) => Promise<void>;
  /**
   * Checks the answers to some fields, which are asked on one page, and shows what is wrong with them.
   * @returns whether the person may continue
   */
  readonly checkPage: (page: PageToCheck) => Promise<boolean>;
  readonly beginAgain: () => void;
  /** Shows an entry again that the server refused, to be corrected. */
  readonly refuse: (issues: readonly Issue[]) => Promise<void>;
};

const noValues: ControlValues = {};

/**
 * The state of a form and the actions on it. Each keystroke is stored on this device.
 * @param isHoneypotFilled whether a draft comes from a program that filled in what nobody sees
 */
export function useFilling(
  target: FillTarget,
  isHoneypotFilled: (draft: string) => boolean,
): readonly [Filling, FillingActions, FormNow] {
  const { form } = target;
  const { newId, session, outbox, api, draftsFor } = useDeps();
  const inUse = useMemo(() => formInUse(form), [form]);
  const drafts = draftsFor(form);
  const [path, navigate] = useLocation();
  const [fromLink] = useState(() => inUse.fromLink(window.location.search));
  const [prefilled, setPrefilled] = useState(noValues);
  const fresh = () => ({
    id: newId(),
    controlValues: { ...target.controlValues, ...prefilled },
    base: {
      ...target.base,
      begunOn: begunOn(target),
      ...(!target.entry && { fromLink, prefilled }),
    },
  });
  const [filling, dispatch] = useReducer(
    (before: Filling, event: FillingEvent) => step(inUse, before, event),
    undefined,
    () => ({ ...beginFilling(fresh()), isDraftRead: false }),
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

  const isWarnedOf = (warnings: readonly Issue[]) =>
    warnings.every((it) => filling.warnings.some((seen) => isSameIssue(it, seen)));

  /** What the app knows by itself about the entry that is about to be sent. */
  const metadataNow = () =>
    inUse.missingMetadata(draft, {
      draft: draft.id,
      now: new Date(),
      language: document.documentElement.lang,
      appVersion: import.meta.env.FORMSTEAD_VERSION,
    });

  async function checkPage({ fields, passed, unreadableFields }: PageToCheck) {
    await fieldsLoaded(form);
    const checked = inUse.check(draft, { unreadableFields });
    const isHere = (it: Issue) => fields.includes(fieldOf(it.field));
    const issues = checked.ok ? [] : checked.problem.filter(isHere);
    const warnings = warningsOf(inUse.evaluate(draft)).filter(isHere);
    const isPassed = issues.length === 0 && isWarnedOf(warnings);
    dispatch({
      is: 'page-checked',
      fields,
      issues,
      warnings,
      uncheckable: unreadableFields.map(fieldOf),
      ...(isPassed && { passed }),
    });
    return isPassed;
  }

  async function send(unreadableFields: readonly string[] = []) {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    await fieldsLoaded(form);
    const metadata = target.entry ? {} : metadataNow();
    const checked = inUse.check(draft, { unreadableFields, metadata });
    const warnings = warningsOf(inUse.evaluate(draft));
    const isWarned = isWarnedOf(warnings);
    if (!checked.ok || !isWarned) {
      isUnderWay.current = false;
      const issues = checked.ok ? [] : checked.problem;
      return dispatch({
        is: 'invalid',
        issues,
        warnings,
        uncheckable: unreadableFields.map(fieldOf),
      });
    }
    // Whoever is signed in now, which the page may not show yet.
    const author = session.person()?.username ?? (isOpen(form) ? nobody : undefined);
    const id = needsNewId(sending) ? newId() : draft.id;
    const sent = { ...draft, id, controlValues: { ...draft.controlValues, ...metadata } };
    const { base = target.base } = sent;
    const answers = checked.value;
    dispatch({ is: 'sent', draft: sent });
    const toSend: Sent = {
      id,
      answers,
      base,
      ...(isHoneypotFilled(draft.id) && { isHoneypotFilled: true }),
    };
    const saved = await target.save(outbox, toSend);
    // If it must not or cannot be stored, it is sent at once.
    const sentNow =
      !saved.ok && author !== undefined
        ? await api.deliver(changeToSend(target, { ...toSend, author }))
        : err({ is: 'signed-out' } as const);
    isUnderWay.current = false;
    if (saved.ok) {
      showSent(saved.value.entry);
      dispatch({ is: 'saved', changeId: saved.value.id, fresh: fresh() });
      if (author === undefined && !target.entry)
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
      return dispatch({ is: 'refused', issues: failure.issues });
    dispatch({ is: 'failed', failure });
    if (failure.is !== 'signed-out') return;
    // So that the draft survives going to the sign-in page and back, even if the disk could not be read so far.
    const author = session.person()?.username ?? nobody;
    void drafts.keep({ author, of: target.of }, { ...draft, isToBeSent: true });
    askToSignIn(path, { because: 'to-send-from-here', send: draft.id });
  }

  async function refuse(issues: readonly Issue[]) {
    if (sending.is === 'saved') await drafts.bringBack(sending.sent.id);
    if (!target.entry) navigate(pathTo[form.pages ? 'check' : 'fill'](form.id), { replace: true });
    dispatch({ is: 'refused', issues });
  }

  /** Goes to the sign-in page, which needs a network. Without one, this page stays and explains. */
  function askToSignIn(from: string, state: object) {
    if (isOnPage.current && navigator.onLine) navigate(signInPath(from), { state });
  }

  const isNew = !target.entry;
  // What the app itself knew about an earlier attempt to send is not true any more.
  const hiddenValues = isNew ? inUse.withoutMetadata : noValues;
  const type = useCallback(
    (field: string, controlValue: ControlValue) => {
      dispatch({ is: 'typed', field, controlValue, hiddenValues });
      void fieldsLoaded(form);
    },
    [form, hiddenValues],
  );

  return [
    filling,
    {
      type,
      checkPage,
      prefill(values) {
        setPrefilled(values);
        dispatch({ is: 'prefilled', values });
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
    inUse.evaluate(draft),
  ];
}
