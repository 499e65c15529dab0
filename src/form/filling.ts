import type { ControlValue } from '#core/form/field.ts';
import type { Issue, Form } from '#core/form/define-form.ts';
import { fromControlValue } from '../controls/codecs.ts';
import { getOwn } from '#core/values/own-property.ts';
import type { ApiFailure } from '../cloud/api/api-failure.ts';
import type { ApiEntry } from '../cloud/api/parse-api-entry.ts';
import {
  isEmpty,
  type Draft,
  type ControlValues,
  type SaveStatus,
  type StoredDraft,
} from '../drafts/draft.ts';

/** The state of a form, from the first key to the receipt. */
export type Filling = {
  readonly draft: Draft;
  /** The draft comes from a tab that was closed or has died. */
  readonly isFound: boolean;
  /** Whether the draft is stored on this device, or why not. */
  readonly saveStatus: SaveStatus;
  /** When the draft was last stored, to the minute, in milliseconds since 1970. */
  readonly keptAt?: number | undefined;
  /** The draft that "Clear form" removed, until something else is typed. */
  readonly cleared: Draft | undefined;
  /** The current issues, shown beside the fields. */
  readonly issues: readonly Issue[];
  /** The issues when the button was pressed, without those that were corrected since. */
  readonly summary: readonly Issue[];
  /** How often issues were found. Each time the summary takes the focus. */
  readonly failedAttempts: number;
  readonly sending: Sending;
};

export type Sending =
  | { readonly is: 'idle' }
  | { readonly is: 'under-way'; readonly sent: Draft }
  /** Stored in the outbox, which delivers it. */
  | { readonly is: 'saved'; readonly changeId: string; readonly sent: Draft }
  /** Sent directly, without the outbox. */
  | { readonly is: 'delivered'; readonly entry: ApiEntry }
  | { readonly is: 'failed'; readonly failure: ApiFailure };

export type FillingEvent =
  | { readonly is: 'found'; readonly kept: StoredDraft; readonly initial: ControlValues }
  | { readonly is: 'kept'; readonly saveStatus: SaveStatus; readonly at?: number }
  | { readonly is: 'typed'; readonly field: string; readonly controlValue: ControlValue }
  | { readonly is: 'cleared'; readonly fresh: Draft }
  | { readonly is: 'restored' }
  | { readonly is: 'invalid'; readonly issues: readonly Issue[] }
  | { readonly is: 'sent'; readonly draft: Draft }
  | { readonly is: 'saved'; readonly changeId: string; readonly fresh: Draft }
  | { readonly is: 'refused'; readonly issues: readonly Issue[] }
  | { readonly is: 'delivered'; readonly entry: ApiEntry; readonly fresh: Draft }
  | { readonly is: 'failed'; readonly failure: ApiFailure }
  /** The same form is now shown in another language. */
  | { readonly is: 'language-changed' }
  | { readonly is: 'restarted' };

export function beginFilling(draft: Draft): Filling {
  const none: readonly Issue[] = [];
  return {
    draft,
    isFound: false,
    saveStatus: 'kept',
    cleared: undefined,
    issues: none,
    summary: none,
    failedAttempts: 0,
    sending: { is: 'idle' },
  };
}

export function step(form: Form, before: Filling, event: FillingEvent): Filling {
  switch (event.is) {
    case 'found': {
      // The disk may have taken so long that the form was sent meanwhile.
      if (before.sending.is !== 'idle') return before;
      const { draft, isFromThisTab } = event.kept;
      // Somebody may have typed before the draft was read: what they typed wins.
      const typed = Object.entries(before.draft.controlValues).filter(
        ([field, controlValue]) => controlValue !== event.initial[field],
      );
      const found = typed.length > 0 ? withTyped(draft, Object.fromEntries(typed)) : draft;
      return { ...beginFilling(found), isFound: !isFromThisTab };
    }
    case 'kept': {
      const { saveStatus, at = before.keptAt } = event;
      const keptAt = at && at - (at % 60_000);
      // Each keystroke is stored, and most of them change nothing here.
      const isSame = before.saveStatus === saveStatus && before.keptAt === keptAt;
      return isSame ? before : { ...before, saveStatus, keptAt };
    }
    case 'typed': {
      const draft = withTyped(before.draft, { [event.field]: event.controlValue });
      const issues = recheck(form, draft.controlValues, before.issues, event.field);
      const isOpen = (it: Issue) =>
        it.field !== event.field || issues.some(({ field }) => field === it.field);
      return {
        ...before,
        draft,
        cleared: undefined,
        issues,
        summary: before.summary.filter(isOpen),
      };
    }
    case 'cleared':
      return { ...beginFilling(event.fresh), cleared: before.draft };
    case 'restored':
      return beginFilling(before.cleared ?? before.draft);
    case 'invalid': {
      const { issues } = event;
      const failedAttempts = before.failedAttempts + 1;
      return { ...before, issues, summary: issues, failedAttempts, sending: { is: 'idle' } };
    }
    case 'language-changed': {
      const parsed = form.parse(unparsedAnswers(form, before.draft.controlValues));
      const now = parsed.ok ? [] : parsed.problem;
      const reworded = (it: Issue) => now.find(({ field }) => field === it.field) ?? it;
      const { issues, summary } = before;
      return issues.length === 0
        ? before
        : { ...before, issues: issues.map(reworded), summary: summary.map(reworded) };
    }
    case 'sent':
      return {
        ...beginFilling(event.draft),
        failedAttempts: before.failedAttempts,
        sending: { is: 'under-way', sent: event.draft },
      };
    case 'saved': {
      const sent = sentIn(before);
      return {
        ...afterSending(before, event.fresh),
        sending: { is: 'saved', changeId: event.changeId, sent },
      };
    }
    case 'refused': {
      const { sending, draft } = before;
      // The refused answers come back to be corrected, unless something else was typed meanwhile.
      const isBack = sending.is === 'saved' && isEmpty(draft);
      const correcting = isBack ? { ...before, draft: basedOnItself(form, sending.sent) } : before;
      return step(form, correcting, { is: 'invalid', issues: event.issues });
    }
    case 'delivered':
      return {
        ...afterSending(before, event.fresh),
        sending: { is: 'delivered', entry: event.entry },
      };
    case 'failed':
      return { ...before, sending: { is: 'failed', failure: event.failure } };
    case 'restarted':
      return { ...before, sending: { is: 'idle' } };
  }
}

/** What is typed now was not what was to be sent. */
function withTyped(draft: Draft, typed: ControlValues): Draft {
  const { isToBeSent: _, ...rest } = draft;
  return { ...rest, controlValues: { ...draft.controlValues, ...typed } };
}

/** A correction is based on what was sent, because another tab may change that meanwhile. */
function basedOnItself(form: Form, sent: Draft): Draft {
  const { base } = sent;
  const parsed = form.parse(unparsedAnswers(form, sent.controlValues));
  return base && parsed.ok ? { ...sent, base: { ...base, answers: parsed.value } } : sent;
}

/** An empty form, or what was typed while the previous entry was being sent. */
function afterSending(before: Filling, fresh: Draft): Filling {
  const { draft } = before;
  const wentOnTyping = sentIn(before) !== draft;
  const next = wentOnTyping ? { ...fresh, controlValues: draft.controlValues } : fresh;
  return { ...beginFilling(next), failedAttempts: before.failedAttempts };
}

function sentIn({ sending, draft }: Filling): Draft {
  return sending.is === 'under-way' || sending.is === 'saved' ? sending.sent : draft;
}

/** A value that no field accepts, nor takes for a missing answer. */
const unread = '?';

/**
 * The controls' values as answers for the form to parse.
 * @param unreadableFields fields whose inputs show something that the browser does not reveal
 */
export function unparsedAnswers(
  form: Form,
  controlValues: ControlValues,
  unreadableFields: readonly string[] = [],
): Record<string, unknown> {
  const present = Object.entries(form.fields).filter(([name]) =>
    Object.hasOwn(controlValues, name),
  );
  return Object.fromEntries([
    ...present.map(
      ([name, field]) =>
        [name, fromControlValue(field.control, getOwn(controlValues, name) ?? '')] as const,
    ),
    ...unreadableFields.map((name) => [name, unread] as const),
  ]);
}

/** Rechecks a field that has an issue with each key. Other fields are checked at the next attempt to send. */
function recheck(
  form: Form,
  controlValues: ControlValues,
  issues: readonly Issue[],
  field: string,
): readonly Issue[] {
  if (!issues.some((it) => it.field === field)) return issues;
  const parsed = form.parse(unparsedAnswers(form, controlValues));
  const now = parsed.ok ? undefined : parsed.problem.find((it) => it.field === field);
  return issues.flatMap((it) => (it.field !== field ? [it] : now ? [now] : []));
}
