import type { Questions } from '../form/field.ts';
import type { OnFormError } from '../form/safe-call.ts';
import { getOwn } from '../values/own-property.ts';
import { evaluateQuestions } from './evaluate-questions.ts';
import type { FormEvaluation } from './evaluation.ts';
import type { Moment } from './form-logic.ts';
import { createMemoGraph } from './memo-graph.ts';

/** The parts of a form that decide what it asks. */
export type FormToEvaluate = Questions & { readonly id: string };

type Values = { readonly [field: string]: unknown };

/**
 * Evaluates a form. A field that is not asked counts as unanswered for everything else, so that hiding one can
 * hide others. A function that fails counts as if it were not there: its field is asked, its value is missing, its
 * rule is not broken.
 */
export function evaluateForm(
  form: FormToEvaluate,
  values: Values,
  { today, onFormError }: Moment & { readonly onFormError?: OnFormError | undefined },
): FormEvaluation {
  const graph = createMemoGraph();
  for (const name of Object.keys(form.fields)) graph.set(name, getOwn(values, name));
  const evaluation = evaluateQuestions(form, {
    form: form.id,
    graph,
    moment: { today },
    onFormError,
    path: '',
    functionPath: '',
    outer: null,
    given: graph.input,
  });
  return {
    ...evaluation,
    set: graph.set,
    memo: (key, compute) => graph.memo(`of the caller ${key}`, compute),
  };
}
