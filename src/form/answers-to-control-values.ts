import { fitsControl } from '#core/form/fits-control.ts';
import { toCurrentAnswers } from '#core/form/current-answers.ts';
import type { Form } from '#core/form/define-form.ts';
import type { ControlValue, Field } from '#core/form/field.ts';
import { isRecord } from '#core/values/is-record.ts';
import { getOwn } from '#core/values/own-property.ts';
import { toControlValue } from '../controls/codecs.ts';
import type { Answers } from '../outbox/changes/queued-change.ts';
import type { Draft, ControlValues } from '../drafts/draft.ts';

/** Stored answers as control values. Answers that are no longer valid are included where the control can show them. */
export function answersToControlValues(form: Form, answers: Answers): ControlValues {
  const known = Object.entries(form.fields).flatMap(([name, field]) => {
    if (!Object.hasOwn(answers, name)) return [];
    const { control } = field;
    const parsed = field.parse(answers[name]);
    const answer = parsed.ok ? parsed.value : answers[name];
    if (parsed.ok || fitsControl(control, answer))
      return [[name, toControlValue(control, answer)] as const];
    return isControlValue(field, answer) ? [[name, answer] as const] : [];
  });
  return Object.fromEntries(known);
}

/** Converts a draft from an earlier version of the form to the current one. */
export function inCurrentControls(form: Form, draft: Draft): Draft {
  const { controlValues, base } = draft;
  if (!base || base.formVersion === form.version) return draft;
  const typed = toCurrentAnswers(form, { answers: controlValues, formVersion: base.formVersion });
  return {
    ...draft,
    controlValues: answersToControlValues(form, typed),
    base: {
      ...base,
      answers: toCurrentAnswers(form, base),
      formVersion: form.version,
    },
  };
}

/** Whether it is a control's value while somebody types: a number is text until it is sent. */
function isControlValue({ control, example }: Field, it: unknown): it is ControlValue {
  const shown = toControlValue(control, example);
  if (!isRecord(shown)) return typeof it === 'string';
  return isRecord(it) && Object.keys(shown).every((part) => typeof getOwn(it, part) === 'string');
}
