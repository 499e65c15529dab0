import { useState, type FormEvent } from 'react';
import { Grouped } from '../../controls/question-layout.tsx';
import type { Elements } from '../../ui/elements.ts';
import { sent } from '../../messages/en/sent.ts';
import { useMessages } from '../../messages/locale.ts';

/** Which of two answers to keep. */
export type Side = 'mine' | 'theirs';

export type Decision = { readonly [field: string]: Side };

type Props = {
  /** Prefix of the element ids. */
  readonly id: string;
  readonly questions: readonly {
    readonly name: string;
    readonly label: string;
    /** Both answers, as text. */
    readonly answers: { readonly [From in Side]: string };
  }[];
  readonly onDecided: (decision: Decision) => void;
  /** Other actions. */
  readonly children: Elements;
};

const sides: readonly Side[] = ['mine', 'theirs'];

/**
 * Asks which of two answers to keep. Neither is preselected: one careless press would undo somebody's
 * change.
 */
export function ChooseAnswers({ id, questions, onDecided, children }: Props) {
  const messages = useMessages('sent', sent);
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
            issue: isRefused && !decision[name] ? messages.chooseOne : undefined,
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
                  <span className="hint">{`${side === 'mine' ? messages.yours : messages.theirs} `}</span>
                  <bdi>{answers[side] || messages.nothing}</bdi>
                </span>
              </label>
            ))}
          </div>
        </Grouped>
      ))}
      <div className="actions">
        <button className="button" type="submit">
          {messages.save}
        </button>
        {children}
      </div>
    </form>
  );
}
