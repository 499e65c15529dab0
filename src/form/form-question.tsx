import { memo } from 'react';
import { QuestionView } from '../controls/question-view.tsx';
import { questionId } from '../controls/question.ts';
import {
  QuestionsAroundContext,
  type QuestionNow,
  type QuestionsAround,
} from '../controls/questions-around.ts';

type Props = QuestionNow & {
  /** For a question with questions inside. */
  readonly around?: QuestionsAround | undefined;
};

/** One question of a form. A key that changes nothing of it does not draw it again. */
export const FormQuestion = memo(function FormQuestion({
  name,
  field: { label, hint, required, control },
  onType,
  around,
  ...rest
}: Props) {
  const question = (
    <QuestionView
      id={questionId(name)}
      name={questionId(name)}
      label={label}
      hint={hint}
      optional={!required}
      control={control}
      onControlValue={(controlValue) => onType(name, controlValue)}
      {...rest}
    />
  );
  return around ? (
    <QuestionsAroundContext value={around}>{question}</QuestionsAroundContext>
  ) : (
    question
  );
});
