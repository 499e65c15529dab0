import type { Issue } from '#core/form/answers.ts';
import type { Form } from '#core/form/define-form.ts';
import type { Questions } from '#core/form/field.ts';
import { answersAsText, fillIn, type TextOf } from '#core/form/placeholders.ts';
import type { Evaluation } from '#core/logic/evaluation.ts';

/** All that the browser and the server must agree on. */
export type FormReport = {
  /** What is asked, by path, with its label as people read it. */
  readonly relevant: { readonly [path: string]: string };
  readonly calculated: { readonly [path: string]: unknown };
  readonly issues: readonly Issue[];
  readonly brokenRules: readonly unknown[];
  /** What is stored, if there is no issue. */
  readonly stored: unknown;
};

export function reportOf(form: Form, evaluation: Evaluation): FormReport {
  const relevant: Record<string, string> = {};
  const calculated: Record<string, unknown> = {};
  collect(form, evaluation, '');
  const issues = evaluation.issues();
  return {
    relevant,
    calculated,
    issues,
    brokenRules: evaluation.brokenRules(),
    stored: issues.length === 0 ? evaluation.answers() : undefined,
  };

  function collect(questions: Questions, now: Evaluation, path: string, outer?: TextOf): void {
    const textOf = answersAsText(questions, now.answersSoFar, outer);
    for (const [name, { label, instances }] of Object.entries(questions.fields)) {
      if (!now.isRelevant(name)) continue;
      relevant[path + name] = fillIn(label, textOf);
      if (!instances) continue;
      for (const it of now.instances(name))
        collect(instances, it, `${path}${name}/${it.id}/`, textOf);
    }
    for (const name of Object.keys(questions.calculate ?? {})) {
      const value = now.calculated(name);
      if (value !== undefined) calculated[path + name] = value;
    }
  }
}
