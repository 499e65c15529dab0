import { createContext, use } from 'react';
import type { ControlValue, InstanceValue, Questions } from '#core/form/field.ts';
import { answersAsText } from '#core/form/placeholders.ts';
import type { InstanceEvaluation } from '#core/logic/evaluation.ts';
import { getOwn } from '#core/values/own-property.ts';
import { QuestionsAroundContext, type QuestionsAround } from '../questions-around.ts';

/** What the questions of all instances need, beside what is around them. */
type Instances = {
  /** The path of the repeat. */
  readonly path: string;
  readonly questions: Questions;
  readonly around: QuestionsAround;
  readonly values: ReadonlyMap<string, InstanceValue['values']>;
  /** An instance that the form cannot read has none. */
  readonly evaluations: ReadonlyMap<string, InstanceEvaluation>;
  readonly onType: (path: string, controlValue: ControlValue) => void;
};

export const InstancesContext = createContext<Instances | undefined>(undefined);

/** The questions of one instance that are asked. */
export function InstanceFields({ instance }: { readonly instance: string }) {
  const instances = use(InstancesContext);
  const evaluation = instances?.evaluations.get(instance);
  if (!instances || !evaluation) return null;
  const { questions, around, values, onType } = instances;
  const { fillField, messagesAt, Question } = around;
  const textOf = answersAsText(questions, evaluation.answersSoFar, around.textOf);
  const path = (name: string) => `${instances.path}/${instance}/${name}`;
  return (
    <QuestionsAroundContext value={{ ...around, evaluation, textOf }}>
      {Object.keys(questions.fields)
        .filter(evaluation.isRelevant)
        .map((name) => (
          <Question
            key={name}
            name={path(name)}
            field={fillField(path(name), evaluation.field(name), textOf)}
            controlValue={getOwn(values.get(instance), name)}
            onType={onType}
            {...messagesAt(path(name))}
          />
        ))}
    </QuestionsAroundContext>
  );
}
