import type { ControlValue } from '#core/form/field.ts';
import type { Issue } from '#core/form/answers.ts';
import { fieldOf } from '#core/form/field-of.ts';
import type { Evaluation } from '#core/logic/evaluation.ts';
import { getOwn } from '#core/values/own-property.ts';
import type { ApiFailure } from '../cloud/api/api-failure.ts';
import type { ApiEntry } from '../cloud/api/parse-api-entry.ts';
import {
  isEmpty,
  type Base,
  type Draft,
  type ControlValues,
  type SaveStatus,
  type StoredDraft,
} from '../drafts/draft.ts';
import type { FormInUse } from './form-in-use.ts';

/** The state of a form, from the first key to the receipt. */
export type Filling = {
  readonly draft: Draft;
  /** The disk was asked for the draft, and has answered or failed to. */
  readonly isDraftRead: boolean;
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
  /** Fields whose issues this page cannot check: the server found them, or their inputs are unreadable. */
  readonly uncheckable: readonly string[];
  /** The soft rules that were broken when the button was pressed, without those corrected since. */
  readonly warnings: readonly Issue[];
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
  | {
      readonly is: 'typed';
      readonly field: string;
      readonly controlValue: ControlValue;
      /** Of hidden fields. */
      readonly hiddenValues?: ControlValues;
    }
  /** The link that opened the form has values for some of its controls. */
  | { readonly is: 'prefilled'; readonly values: ControlValues }
  | { readonly is: 'cleared'; readonly fresh: Draft }
  | { readonly is: 'restored' }
  | {
      readonly is: 'invalid';
      readonly issues: readonly Issue[];
      readonly warnings?: readonly Issue[];
      readonly uncheckable?: readonly string[];
    }
  /** Somebody pressed “Continue” on a page with these fields. */
  | {
      readonly is: 'page-checked';
      readonly fields: readonly string[];
      readonly issues: readonly Issue[];
      readonly warnings: readonly Issue[];
      readonly uncheckable: readonly string[];
      /** What they have passed with it, unless they have to correct something first. */
      readonly passed?: readonly string[];
    }
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
    isDraftRead: true,
    isFound: false,
    saveStatus: 'kept',
    cleared: undefined,
    issues: none,
    summary: none,
    uncheckable: [],
    warnings: none,
    failedAttempts: 0,
    sending: { is: 'idle' },
  };
}

export function step(inUse: FormInUse, before: Filling, event: FillingEvent): Filling {
  switch (event.is) {
    case 'found': {
      // The disk may have taken so long that the form was sent meanwhile.
      if (before.sending.is !== 'idle') return before;
      const found = withTypedBefore(event.kept.draft, before.draft, event.initial);
      return { ...beginFilling(found), isFound: !event.kept.isFromThisTab };
    }
    case 'kept': {
      const { saveStatus, at = before.keptAt } = event;
      const keptAt = at && at - (at % 60_000);
      // Each keystroke is stored, and most of them change nothing here.
      const isSame =
        before.isDraftRead && before.saveStatus === saveStatus && before.keptAt === keptAt;
      return isSame ? before : { ...before, isDraftRead: true, saveStatus, keptAt };
    }
    case 'typed': {
      const draft = withTyped(before.draft, {
        ...event.hiddenValues,
        [event.field]: event.controlValue,
      });
      return recheck(inUse, { ...before, draft, cleared: undefined }, event.field);
    }
    case 'prefilled':
      return before.sending.is === 'idle'
        ? recheck(inUse, { ...before, draft: withPrefilled(before.draft, event.values) }, '')
        : before;
    case 'cleared':
      return { ...beginFilling(event.fresh), cleared: before.draft };
    case 'restored':
      return beginFilling(before.cleared ?? before.draft);
    case 'invalid': {
      const { issues, warnings = [], uncheckable = [] } = event;
      const failedAttempts = before.failedAttempts + 1;
      return {
        ...before,
        issues,
        summary: issues,
        uncheckable,
        warnings,
        failedAttempts,
        sending: { is: 'idle' },
      };
    }
    case 'page-checked': {
      const { draft } = before;
      const { fields, issues, warnings, uncheckable, passed } = event;
      const isElsewhere = (it: Issue) => !fields.includes(fieldOf(it.field));
      return {
        ...before,
        draft: passed ? { ...draft, passed } : draft,
        issues: [...before.issues.filter(isElsewhere), ...issues],
        summary: [...before.summary.filter(isElsewhere), ...issues],
        warnings: [...before.warnings.filter(isElsewhere), ...warnings],
        uncheckable: [...before.uncheckable.filter((it) => !fields.includes(it)), ...uncheckable],
        failedAttempts: before.failedAttempts + (passed ? 0 : 1),
      };
    }
    case 'language-changed': {
      const { issues, summary, warnings } = before;
      if (issues.length + warnings.length === 0) return before;
      const evaluation = inUse.evaluate(before.draft);
      return {
        ...before,
        issues: reworded(issues, evaluation.issues()),
        summary: reworded(summary, evaluation.issues()),
        warnings: reworded(warnings, warningsOf(evaluation)),
      };
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
      const correcting = isBack ? { ...before, draft: basedOnItself(inUse, sending.sent) } : before;
      const { issues } = event;
      return step(inUse, correcting, {
        is: 'invalid',
        issues,
        uncheckable: issues.map((it) => fieldOf(it.field)),
      });
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

/** A stored draft, with what was typed before it was read: that wins. */
export function withTypedBefore(stored: Draft, before: Draft, initial: ControlValues): Draft {
  const typed = Object.entries(before.controlValues).filter(
    ([field, controlValue]) =>
      controlValue !== initial[field] && controlValue !== before.base?.prefilled?.[field],
  );
  const kept = withLink(stored, before.base?.fromLink);
  const found = typed.length > 0 ? withTyped(kept, Object.fromEntries(typed)) : kept;
  const passed = [...(before.passed ?? []), ...(stored.passed ?? [])];
  return passed.length > 0 ? { ...found, passed } : found;
}

/** The link that was opened last decides what its values are. */
function withLink(draft: Draft, fromLink: Base['fromLink']): Draft {
  const { base } = draft;
  return base && fromLink && Object.keys(fromLink).length > 0
    ? { ...draft, base: { ...base, fromLink: { ...base.fromLink, ...fromLink } } }
    : draft;
}

/** Never over what was typed, nor over a draft. */
function withPrefilled(draft: Draft, values: ControlValues): Draft {
  const { controlValues, base } = draft;
  const open = Object.entries(values).filter(([name]) =>
    isEmpty({ controlValues: { [name]: getOwn(controlValues, name) ?? '' } }),
  );
  const prefilled = Object.fromEntries(open);
  return {
    ...draft,
    controlValues: { ...controlValues, ...prefilled },
    ...(base && { base: { ...base, prefilled: { ...base.prefilled, ...prefilled } } }),
  };
}

/** What is typed now was not what was to be sent. */
function withTyped(draft: Draft, typed: ControlValues): Draft {
  const { isToBeSent: _, ...rest } = draft;
  return { ...rest, controlValues: { ...draft.controlValues, ...typed } };
}

/** A correction is based on what was sent, because another tab may change that meanwhile. */
function basedOnItself({ check }: FormInUse, sent: Draft): Draft {
  const { base } = sent;
  const checked = check(sent);
  return base && checked.ok ? { ...sent, base: { ...base, answers: checked.value } } : sent;
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

/** What the person may send all the same: the broken soft rules, each beside its field. */
export function warningsOf({ brokenRules }: Pick<Evaluation, 'brokenRules'>): readonly Issue[] {
  return brokenRules()
    .filter(({ isSoft }) => isSoft)
    .map(({ at, message }) => ({ field: at, message }));
}

/**
 * Brings the issues that are shown up to date with each key, and hides those of fields that are no longer asked.
 * It never adds one: other fields are checked at the next attempt to send.
 */
function recheck(inUse: FormInUse, before: Filling, typed: string): Filling {
  const { draft, issues, summary, warnings } = before;
  if (issues.length + warnings.length === 0) return before;
  const evaluation = inUse.evaluate(draft);
  const uncheckable = before.uncheckable.filter((it) => it !== typed && evaluation.isRelevant(it));
  const now = evaluation.issues();
  const asNow = (shown: readonly Issue[]) =>
    [...new Set(shown.map((it) => it.field))].flatMap((field) =>
      (uncheckable.includes(fieldOf(field)) ? shown : now).filter((it) => it.field === field),
    );
  const stillWarned = warningsOf(evaluation);
  return {
    ...before,
    uncheckable,
    issues: asNow(issues),
    summary: asNow(summary),
    warnings: warnings.filter((it) => stillWarned.some((now) => isSameIssue(it, now))),
  };
}

/** Issues that are shown, as the form words them now. */
function reworded(shown: readonly Issue[], now: readonly Issue[]): readonly Issue[] {
  return shown.map((it) => now.find(({ field }) => field === it.field) ?? it);
}

export function isSameIssue(one: Issue, other: Issue): boolean {
  return one.field === other.field && one.message === other.message;
}
