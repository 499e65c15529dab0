import type { Form } from '#core/form/define-form.ts';
import { evaluateForm } from '#core/logic/evaluate-form.ts';
import type { FormEvaluation } from '#core/logic/evaluation.ts';
import { getOwn } from '#core/values/own-property.ts';
import { fromControlValue } from '../controls/codecs.ts';
import { controlValuesOf, type ControlValues, type Draft } from '../drafts/draft.ts';
import { begunOn } from '../drafts/day-begun.ts';

/** A form that somebody is filling in. */
export type FormInUse = {
  readonly form: Form;
  /**
   * The form as it stands for a draft. It is one evaluation, which follows the draft that was asked for last, so
   * that a key runs only the functions that read what was typed.
   */
  readonly evaluate: (draft: Draft) => FormEvaluation;
};

export function formInUse(form: Form): FormInUse {
  let evaluation: FormEvaluation | undefined;
  let evaluatedOn = '';
  let evaluated: ControlValues = {};
  const fields = Object.entries(form.fields);
  return {
    form,
    evaluate(draft) {
      const today = begunOn(draft);
      if (!evaluation || today !== evaluatedOn) {
        evaluatedOn = today;
        evaluation = evaluateForm(form, {}, { today });
        evaluated = {};
      }
      const typed = controlValuesOf(draft);
      for (const [name, { control }] of fields) {
        const value = getOwn(typed, name);
        if (value === getOwn(evaluated, name)) continue;
        evaluation.set(name, value === undefined ? undefined : fromControlValue(control, value));
      }
      evaluated = typed;
      return evaluation;
    },
  };
}
