import type { VersionedAnswers } from '../form/current-answers.ts';
import type { Form } from '../form/define-form.ts';
import type { Questions } from '../form/field.ts';
import { oncePer } from '../values/once-per.ts';
import { getOwn } from '../values/own-property.ts';
import { evaluateForm } from './evaluate-form.ts';
import type { Evaluation, FormEvaluation } from './evaluation.ts';
import { unknownDay } from './form-logic.ts';
import { hasLogic } from './has-logic.ts';

/** The fields, or their paths inside repeats, that a form does not ask for, given the other answers of an entry. */
export type NotRelevant = ReadonlySet<string>;

const none: NotRelevant = new Set();

/**
 * Which fields without an answer were not asked, and so are different from those that were left blank.
 * @param entry in the form's current version
 */
export function notRelevantIn(form: Form, entry: VersionedAnswers): NotRelevant {
  return finderOf(form)(entry);
}

type Finder = (entry: VersionedAnswers) => NotRelevant;

/** An evaluation remembers every instance of a repeat that it has seen, and there may be millions of entries. */
const mostEntries = 500;

/** One evaluation serves all entries of a form, because most of what they say is alike. */
const finderOf = oncePer(createFinder);

function createFinder(form: Form): Finder {
  if (!hasLogic(form)) return () => none;
  let evaluation: FormEvaluation | undefined;
  let evaluatedOn = '';
  let evaluated = 0;
  const names = Object.keys(form.fields);
  return ({ answers, begunOn: today = unknownDay }) => {
    const isOld = today !== evaluatedOn || evaluated === mostEntries;
    if (!evaluation || isOld) {
      evaluation = evaluateForm(form, {}, { today });
      evaluatedOn = today;
      evaluated = 0;
    }
    evaluated += 1;
    for (const name of names) evaluation.set(name, getOwn(answers, name));
    return notRelevantOf(form, evaluation);
  };
}

/** The same, of an evaluation. */
export function notRelevantOf(questions: Questions, evaluation: Evaluation): NotRelevant {
  return new Set(pathsIn(questions, evaluation, ''));
}

function pathsIn({ fields }: Questions, evaluation: Evaluation, path: string): readonly string[] {
  return Object.entries(fields).flatMap(([name, { instances, hasNoAnswer }]) => {
    if (hasNoAnswer) return [];
    if (!evaluation.isRelevant(name)) return [path + name];
    if (!instances) return [];
    return evaluation
      .instances(name)
      .flatMap((it) => pathsIn(instances, it, `${path}${name}/${it.id}/`));
  });
}
