import type { Ref } from 'react';
import { first } from '../words/en/first.ts';
import { useWords } from '../words/speech.ts';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly type: 'email' | 'password';
  readonly autoComplete: 'off' | 'current-password' | 'new-password';
  /** What is wrong with what is in it, or nothing. */
  readonly complaint: string;
  readonly ref?: Ref<HTMLInputElement>;
};

/** A box that is no question of a form, with its complaint as a form has it. */
export function TextBox({ id, label, type, autoComplete, complaint, ref }: Props) {
  const { error } = useWords('first', first);
  const complaintId = `${id}-complaint`;
  return (
    <div className="question" data-refused={complaint ? '' : undefined}>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {complaint && (
        <p className="complaint" id={complaintId} role="alert">
          <svg className="shape" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M12 3.5 22 20.5H2Z" />
            <path d="M12 10v4.5M12 17v.5" />
          </svg>
          <span>
            <span className="visually-hidden">{`${error} `}</span>
            <span>{complaint}</span>
          </span>
        </p>
      )}
      <input
        className="box"
        dir="ltr"
        id={id}
        // What a browser makes of an address in a box of its own kind, is not what was typed.
        type={type === 'email' ? 'text' : type}
        inputMode={type === 'email' ? type : undefined}
        autoComplete={autoComplete}
        aria-describedby={complaint ? complaintId : undefined}
        aria-invalid={Boolean(complaint)}
        ref={ref}
      />
    </div>
  );
}
