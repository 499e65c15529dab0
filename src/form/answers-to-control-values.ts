import { toCurrentAnswers } from '#core/form/current-answers.ts';
import type { Form } from '#core/form/define-form.ts';
import { toControlValueOf } from '../controls/codecs.ts';
import type { Answers } from '../outbox/changes/queued-change.ts';
import type { Draft, ControlValues } from '../drafts/draft.ts';
import { shapedAsAnswers } from './instance-shape.ts';

/** Stored answers as control values. Answers that are no longer valid are included where the control can show them. */
export function answersToControlValues(form: Form, answers: Answers): ControlValues {
  const known = Object.entries(form.fields).flatMap(([name, field]) => {
    if (!Object.hasOwn(answers, name)) return [];
    const controlValue = toControlValueOf(field, answers[name]);
    return controlValue === undefined ? [] : [[name, controlValue] as const];
  });
  return Object.fromEntries(known);
}

/** Converts a draft from an earlier version of the form to the current one. */
export function inCurrentControls(form: Form, draft: Draft): Draft {
  const { controlValues, base } = draft;
  if (!base || base.formVersion === form.version) return draft;
  const typed = toCurrentAnswers(form, {
    answers: shapedAsAnswers(controlValues),
    formVersion: base.formVersion,
  });
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
