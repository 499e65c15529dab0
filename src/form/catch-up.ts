import { mergeAnswers } from '#core/entries/merge-answers.ts';
import { isSameJson } from '#core/values/canonical-json.ts';
import type { ControlValue } from '#core/form/field.ts';
import type { Form } from '#core/form/define-form.ts';
import { getOwn } from '#core/values/own-property.ts';
import type { EditableEntry } from '../outbox/changes/editable-entry.ts';
import { changeTarget } from './change-target.ts';
import type { Draft, ControlValues } from '../drafts/draft.ts';
import { inCurrentControls } from './answers-to-control-values.ts';

/** A draft rebased onto the current entry. */
export type CaughtUp = {
  /** The draft, based on the current entry, except for the conflicts. */
  readonly draft: Draft;
  /** The fields that were changed elsewhere only. */
  readonly changed: readonly string[];
  /** The fields that were changed here and elsewhere. */
  readonly conflicts: readonly string[];
  readonly mine: ControlValues;
  readonly theirs: ControlValues;
};

/** Rebases the draft of a change onto the current entry, which may have been changed elsewhere. */
export function catchUp(form: Form, draft: Draft, entry: EditableEntry): CaughtUp {
  const now = changeTarget(form, entry);
  const { id, controlValues, base } = inCurrentControls(form, draft);
  const began = base && changeTarget(form, { id: entry.id, ...base }).controlValues;
  const was = answered(began ?? {});
  const mine = answered(controlValues);
  const theirs = answered(now.controlValues);
  const merged = mergeAnswers({ base: began && was, mine, theirs });
  return {
    draft: { id, controlValues: merged.answers as ControlValues, base: now.base },
    changed: Object.keys(form.fields).filter(
      (name) =>
        began &&
        !merged.conflicts.includes(name) &&
        !isSameJson(getOwn(theirs, name), getOwn(was, name)) &&
        !isSameJson(getOwn(theirs, name), getOwn(mine, name)),
    ),
    conflicts: Object.keys(form.fields).filter((name) => merged.conflicts.includes(name)),
    mine,
    theirs,
  };
}

/** The draft after its author has resolved the conflicts. */
export function decided(
  { draft, mine, theirs }: CaughtUp,
  decision: { readonly [field: string]: 'mine' | 'theirs' },
): Draft {
  const chosen = Object.entries(decision).flatMap(([name, side]) => {
    const controlValue = (side === 'mine' ? mine : theirs)[name];
    return controlValue === undefined ? [] : [[name, controlValue] as const];
  });
  return { ...draft, controlValues: { ...draft.controlValues, ...Object.fromEntries(chosen) } };
}

/** Without empty controls: clearing a control is the same as never touching it. */
function answered(controlValues: ControlValues): ControlValues {
  return Object.fromEntries(Object.entries(controlValues).filter(([, it]) => !isBlank(it)));
}

function isBlank(controlValue: ControlValue): boolean {
  if (typeof controlValue !== 'object') return controlValue === '' || controlValue === false;
  return Object.values(controlValue).every((part) => part === '');
}
