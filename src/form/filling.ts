import type { Held } from '#core/field.ts';
import type { Complaint, Form } from '#core/form.ts';
import { fromHeld } from '#core/held.ts';
import { own } from '#core/own.ts';
import type { Failure } from '../cloud/failure.ts';
import type { Told } from '../cloud/told.ts';
import { isEmpty, type Draft, type Holding, type Keeping, type Kept } from './draft.ts';

/** Where a form stands between the first key and the receipt. */
export type Filling = {
  readonly draft: Draft;
  /** The draft was left behind by a tab that was closed, or that died. */
  readonly isFound: boolean;
  /** Whether what is typed is on this device, or why not. */
  readonly keeping: Keeping;
  /** What "Clear the form" took away, until something else is typed. */
  readonly cleared: Draft | undefined;
  /** As they are now, beside the fields. */
  readonly complaints: readonly Complaint[];
  /** As they were when the person pressed the button, less those since mended. */
  readonly summary: readonly Complaint[];
  /** How often the form was found wanting: each time the summary takes the focus. */
  readonly refusals: number;
  readonly sending: Sending;
};

export type Sending =
  | { readonly is: 'idle' }
  | { readonly is: 'under-way'; readonly sent: Draft }
  /** In the outbox, which does the rest. */
  | { readonly is: 'saved'; readonly parcel: string; readonly sent: Draft }
  /** Sent at once, past the outbox. */
  | { readonly is: 'delivered'; readonly entry: Told }
  | { readonly is: 'stuck'; readonly failure: Failure };

export type Event =
  | { readonly is: 'found'; readonly kept: Kept; readonly initial: Holding }
  | { readonly is: 'kept'; readonly keeping: Keeping }
  | { readonly is: 'typed'; readonly field: string; readonly held: Held }
  | { readonly is: 'cleared'; readonly fresh: Draft }
  | { readonly is: 'brought-back' }
  | { readonly is: 'complained'; readonly complaints: readonly Complaint[] }
  | { readonly is: 'sent'; readonly draft: Draft }
  | { readonly is: 'saved'; readonly parcel: string; readonly fresh: Draft }
  | { readonly is: 'refused'; readonly complaints: readonly Complaint[] }
  | { readonly is: 'delivered'; readonly entry: Told; readonly fresh: Draft }
  | { readonly is: 'stuck'; readonly failure: Failure }
  /** The form is the same in another language. */
  | { readonly is: 'reworded' }
  | { readonly is: 'begun-again' };

export function beginFilling(draft: Draft): Filling {
  const none: readonly Complaint[] = [];
  return {
    draft,
    isFound: false,
    keeping: 'kept',
    cleared: undefined,
    complaints: none,
    summary: none,
    refusals: 0,
    sending: { is: 'idle' },
  };
}

export function step(form: Form, before: Filling, event: Event): Filling {
  switch (event.is) {
    case 'found': {
      // The disk may have taken very long.
      if (before.sending.is !== 'idle') return before;
      const { draft, isFromHere } = event.kept;
      // The disk takes its time, and somebody may be typing already: what they type wins.
      const typed = Object.entries(before.draft.held).filter(
        ([field, held]) => held !== event.initial[field],
      );
      const held = { ...draft.held, ...Object.fromEntries(typed) };
      return { ...beginFilling({ ...draft, held }), isFound: !isFromHere };
    }
    case 'kept':
      return before.keeping === event.keeping ? before : { ...before, keeping: event.keeping };
    case 'typed': {
      const held = { ...before.draft.held, [event.field]: event.held };
      const complaints = recheck(form, held, before.complaints, event.field);
      const isOpen = (it: Complaint) =>
        it.field !== event.field || complaints.some(({ field }) => field === it.field);
      return {
        ...before,
        draft: { ...before.draft, held },
        cleared: undefined,
        complaints,
        summary: before.summary.filter(isOpen),
      };
    }
    case 'cleared':
      return { ...beginFilling(event.fresh), cleared: before.draft };
    case 'brought-back':
      return beginFilling(before.cleared ?? before.draft);
    case 'complained': {
      const { complaints } = event;
      const refusals = before.refusals + 1;
      return { ...before, complaints, summary: complaints, refusals, sending: { is: 'idle' } };
    }
    case 'reworded': {
      const parsed = form.parse(candidates(form, before.draft.held));
      const now = parsed.ok ? [] : parsed.problem;
      const reworded = (it: Complaint) => now.find(({ field }) => field === it.field) ?? it;
      const { complaints, summary } = before;
      return complaints.length === 0
        ? before
        : { ...before, complaints: complaints.map(reworded), summary: summary.map(reworded) };
    }
    case 'sent':
      return {
        ...beginFilling(event.draft),
        refusals: before.refusals,
        sending: { is: 'under-way', sent: event.draft },
      };
    case 'saved': {
      const sent = sentIn(before);
      return {
        ...afterSending(before, event.fresh),
        sending: { is: 'saved', parcel: event.parcel, sent },
      };
    }
    case 'refused': {
      const { sending, draft } = before;
      // What was sent comes back to be mended, unless the person is at something else by now.
      const isBack = sending.is === 'saved' && isEmpty(draft);
      const mending = isBack ? { ...before, draft: typedOnItself(form, sending.sent) } : before;
      return step(form, mending, { is: 'complained', complaints: event.complaints });
    }
    case 'delivered':
      return {
        ...afterSending(before, event.fresh),
        sending: { is: 'delivered', entry: event.entry },
      };
    case 'stuck':
      return { ...before, sending: { is: 'stuck', failure: event.failure } };
    case 'begun-again':
      return { ...before, sending: { is: 'idle' } };
  }
}

/** What is mended is typed on what was sent: another tab may change that meanwhile. */
function typedOnItself(form: Form, sent: Draft): Draft {
  const { base } = sent;
  const parsed = form.parse(candidates(form, sent.held));
  return base && parsed.ok ? { ...sent, base: { ...base, answers: parsed.value } } : sent;
}

/** An empty form, or what was typed while the other was on its way. */
function afterSending(before: Filling, fresh: Draft): Filling {
  const { draft } = before;
  const wentOnTyping = sentIn(before) !== draft;
  const next = wentOnTyping ? { ...fresh, held: draft.held } : fresh;
  return { ...beginFilling(next), refusals: before.refusals };
}

function sentIn({ sending, draft }: Filling): Draft {
  return sending.is === 'under-way' || sending.is === 'saved' ? sending.sent : draft;
}

/** What no field takes for an answer, nor for none. */
const unread = '?';

/**
 * What the controls hold, as the value to parse.
 * @param heldBack the fields whose boxes show something else, which only the browser knows
 */
export function candidates(
  form: Form,
  held: Holding,
  heldBack: readonly string[] = [],
): Record<string, unknown> {
  const known = Object.entries(form.fields).filter(([name]) => Object.hasOwn(held, name));
  return Object.fromEntries([
    ...known.map(
      ([name, field]) => [name, fromHeld(field.control, own(held, name) ?? '')] as const,
    ),
    ...heldBack.map((name) => [name, unread] as const),
  ]);
}

/** A field in error is looked at again with each key; the others wait until the next attempt to send. */
function recheck(
  form: Form,
  held: Holding,
  complaints: readonly Complaint[],
  field: string,
): readonly Complaint[] {
  if (!complaints.some((it) => it.field === field)) return complaints;
  const parsed = form.parse(candidates(form, held));
  const now = parsed.ok ? undefined : parsed.problem.find((it) => it.field === field);
  return complaints.flatMap((it) => (it.field !== field ? [it] : now ? [now] : []));
}
