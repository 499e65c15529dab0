import type { ChartedQuestion } from './charted-questions.ts';

type Props = {
  readonly label: string;
  readonly questions: readonly ChartedQuestion[];
  readonly chosen: ChartedQuestion;
  /** With its path. */
  readonly onChoose: (path: string) => void;
};

/** Chooses one of some questions. */
export function QuestionChoice({ label, questions, chosen, onChoose }: Props) {
  return (
    <label className="question-choice">
      <span>{label}</span>
      <select className="box" value={chosen.path} onChange={({ target }) => onChoose(target.value)}>
        {questions.map((it) => (
          <option key={it.path} value={it.path}>
            {it.label}
          </option>
        ))}
      </select>
    </label>
  );
}
