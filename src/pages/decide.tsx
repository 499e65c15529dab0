import { useState, type FormEvent } from 'react';
import { Grouped } from '../controls/labelled.tsx';
import type { Elements } from '../elements.ts';
import { sent } from '../words/en/sent.ts';
import { useWords } from '../words/speech.ts';

/** What to keep of two answers to one question. */
export type Side = 'mine' | 'theirs';

export type Decision = { readonly [field: string]: Side };

type Props = {
  /** Begins the ids on the page. */
  readonly id: string;
  readonly questions: readonly {
    readonly name: string;
    readonly label: string;
    /** Both answers, in words. */
    readonly answers: { readonly [From in Side]: string };
  }[];
  readonly onDecided: (decision: Decision) => void;
  /** What else can be done. */
  readonly children: Elements;
};

const sides: readonly Side[] = ['mine', 'theirs'];

/** Asks which of two answers to keep. Neither is chosen beforehand: one press would undo somebody's change. */
export function Decide({ id, questions, onDecided, children }: Props) {
  const words = useWords('sent', sent);
  const [decision, setDecision] = useState<Decision>({});
  const [isRefused, setIsRefused] = useState(false);
  const idOf = (name: string, side: Side = 'mine') => `${id}-${name}-${side}`;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const open = questions.find(({ name }) => !decision[name]);
    setIsRefused(open !== undefined);
    if (!open) return onDecided(decision);
    document.getElementById(idOf(open.name))?.focus();
  };
  return (
    <form className="form" noValidate onSubmit={onSubmit}>
      {questions.map(({ name, label, answers }) => (
        <Grouped
          key={name}
          role="radiogroup"
          question={{
            id: idOf(name),
            label,
            hint: undefined,
            optional: false,
            complaint: isRefused && !decision[name] ? words.chooseOne : undefined,
          }}
        >
          <div className="options">
            {sides.map((side) => (
              <label key={side} className="option">
                <input
                  type="radio"
                  id={idOf(name, side)}
                  name={idOf(name)}
                  checked={decision[name] === side}
                  onChange={() => setDecision({ ...decision, [name]: side })}
                />
                <span>
                  <span className="hint">{`${side === 'mine' ? words.yours : words.theirs} `}</span>
                  <bdi>{answers[side] || words.nothing}</bdi>
                </span>
              </label>
            ))}
          </div>
        </Grouped>
      ))}
      <div className="actions">
        <button className="button" type="submit">
          {words.save}
        </button>
        {children}
      </div>
    </form>
  );
}
