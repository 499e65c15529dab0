import { mergeAnswers, type MergeInput } from '#core/entries/merge-answers.ts';
import { withIrrelevantDecided } from '#core/entries/relevant-conflicts.ts';
import { isSameJson } from '#core/values/canonical-json.ts';
import type { ControlValue } from '#core/form/field.ts';
import type { Form } from '#core/form/define-form.ts';
import { inFormOrder } from '#core/form/question-at.ts';
import { getOwn } from '#core/values/own-property.ts';
import { instancesValue } from '../controls/question.ts';
import type { EditableEntry } from '../outbox/changes/editable-entry.ts';
import { changeTarget } from './change-target.ts';
import type { Draft, ControlValues } from '../drafts/draft.ts';
import { formInUse } from './form-in-use.ts';
import { inCurrentControls } from './answers-to-control-values.ts';
import { shapedAsAnswers, shapedAsControlValues } from './instance-shape.ts';

/** A draft rebased onto the current entry. */
export type CaughtUp = {
  /** The draft, based on the current entry, except for the conflicts. */
  readonly draft: Draft;
  /** The fields that were changed elsewhere only. */
  readonly changed: readonly string[];
  /** The fields that were changed here and elsewhere; inside repeats, their paths. */
  readonly conflicts: readonly string[];
  readonly mine: ControlValues;
  readonly theirs: ControlValues;
  /** What was typed and what is stored, in the shape of answers. */
  readonly sides: MergeInput;
};

/** Rebases the draft of a change onto the current entry, which may have been changed elsewhere. */
export function catchUp(form: Form, draft: Draft, entry: EditableEntry): CaughtUp {
  const now = changeTarget(form, entry);
  const { id, controlValues, base, passed } = inCurrentControls(form, draft);
  const began = base && changeTarget(form, { id: entry.id, ...base }).controlValues;
  const was = answered(began ?? {});
  const mine = answered(controlValues);
  const theirs = answered(now.controlValues);
  const { evaluate } = formInUse(form);
  const sides = withIrrelevantDecided(
    form,
    {
      base: began && shapedAsAnswers(was),
      mine: shapedAsAnswers(mine),
      theirs: shapedAsAnswers(theirs),
    },
    (merged) => evaluate({ id, controlValues: shapedAsControlValues(merged), base: now.base }),
  );
  const { answers, conflicts } = mergeAnswers(sides);
  return {
    draft: {
      id,
      controlValues: shapedAsControlValues(answers),
      base: now.base,
      ...(passed && { passed }),
    },
    changed: Object.keys(form.fields).filter(
      (name) =>
        began &&
        !conflicts.includes(name) &&
        !isSameJson(getOwn(theirs, name), getOwn(was, name)) &&
        !isSameJson(getOwn(theirs, name), getOwn(mine, name)),
    ),
    conflicts: inFormOrder(form, conflicts),
    mine,
    theirs,
    sides,
  };
}

/** The draft after its author has resolved the conflicts. */
export function decided(
  { draft, sides }: CaughtUp,
  decision: { readonly [path: string]: 'mine' | 'theirs' },
): Draft {
  const { answers } = mergeAnswers({ ...sides, decision: { ...sides.decision, ...decision } });
  return { ...draft, controlValues: shapedAsControlValues(answers) };
}

/** Without empty controls: clearing a control is the same as never touching it. */
function answered(controlValues: ControlValues): ControlValues {
  const some = Object.entries(controlValues).filter(([, it]) => !isBlank(it));
  return Object.fromEntries(some.map(([name, it]) => [name, answeredInside(it)]));
}

function answeredInside(controlValue: ControlValue): ControlValue {
  const instances = instancesValue(controlValue);
  return instances.length > 0
    ? instances.map(({ id, values }) => ({ id, values: answered(values) }))
    : controlValue;
}

function isBlank(controlValue: ControlValue): boolean {
  if (typeof controlValue !== 'object') return controlValue === '' || controlValue === false;
  return Object.values(controlValue).every((part) => part === '');
}
