import { inputAria, type Question } from '../question.ts';

type Props = {
  readonly question: Question;
  /** What ticking it says. */
  readonly statement: string;
};

/** A box with a statement beside it. */
export function TickBox({ question, statement }: Props) {
  const { id, name, controlValue, onControlValue } = question;
  return (
    <div className="options">
      <label className="option">
        <input
          type="checkbox"
          id={id}
          name={name}
          {...inputAria(question)}
          checked={controlValue === true}
          onChange={(event) => onControlValue(event.target.checked)}
        />
        <span>{statement}</span>
      </label>
    </div>
  );
}
