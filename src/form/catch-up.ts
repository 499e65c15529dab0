import { isSame, merge } from '#core/entries/merge.ts';
import type { Held } from '#core/field.ts';
import type { Form } from '#core/form.ts';
import { own } from '#core/own.ts';
import type { ToChange } from '../outbox/latest.ts';
import { changeTo } from './change-to.ts';
import type { Draft, Holding } from './draft.ts';
import { inTodaysControls } from './holding.ts';

/** What was typed earlier, and the entry as it is by now. */
export type CaughtUp = {
  /** Typed on what the entry says by now, but for the conflicts. */
  readonly draft: Draft;
  /** The fields that were changed elsewhere, and not here. */
  readonly changed: readonly string[];
  /** The fields that were changed here and elsewhere. */
  readonly conflicts: readonly string[];
  readonly mine: Holding;
  readonly theirs: Holding;
};

/** Brings a change that was half typed to the entry as it is now, which may have been changed elsewhere since. */
export function catchUp(form: Form, draft: Draft, entry: ToChange): CaughtUp {
  const now = changeTo(form, entry);
  const { id, held, base } = inTodaysControls(form, draft);
  const began = base && changeTo(form, { id: entry.id, ...base }).held;
  const was = answered(began ?? {});
  const mine = answered(held);
  const theirs = answered(now.held);
  const merged = merge({ base: began && was, mine, theirs });
  return {
    draft: { id, held: merged.answers as Holding, base: now.base },
    changed: Object.keys(form.fields).filter(
      (name) =>
        began &&
        !merged.conflicts.includes(name) &&
        !isSame(own(theirs, name), own(was, name)) &&
        !isSame(own(theirs, name), own(mine, name)),
    ),
    conflicts: Object.keys(form.fields).filter((name) => merged.conflicts.includes(name)),
    mine,
    theirs,
  };
}

/** The draft, once its author has said which of two answers to keep. */
export function decided(
  { draft, mine, theirs }: CaughtUp,
  decision: { readonly [field: string]: 'mine' | 'theirs' },
): Draft {
  const kept = Object.entries(decision).flatMap(([name, side]) => {
    const held = (side === 'mine' ? mine : theirs)[name];
    return held === undefined ? [] : [[name, held] as const];
  });
  return { ...draft, held: { ...draft.held, ...Object.fromEntries(kept) } };
}

/** A control that was emptied says what one says that was never touched. */
function answered(held: Holding): Holding {
  return Object.fromEntries(Object.entries(held).filter(([, it]) => !isBlank(it)));
}

function isBlank(held: Held): boolean {
  if (typeof held !== 'object') return held === '' || held === false;
  return Object.values(held).every((part) => part === '');
}
