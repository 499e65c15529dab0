import type { Ref } from 'react';
import { firstLoad } from '../messages/en/first-load.ts';
import { useMessages } from '../messages/locale.ts';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly type: 'email' | 'password';
  readonly autoComplete: 'off' | 'current-password' | 'new-password';
  /** What is wrong with the input, or ''. */
  readonly issue: string;
  readonly ref?: Ref<HTMLInputElement>;
};

/** A text input outside a form's questions, showing its issue the way a form does. */
export function TextBox({ id, label, type, autoComplete, issue, ref }: Props) {
  const { error } = useMessages('firstLoad', firstLoad);
  const issueId = `${id}-issue`;
  return (
    <div className="question" data-invalid={issue ? '' : undefined}>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {issue && (
        <p className="issue" id={issueId} role="alert">
          <svg className="shape" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M12 3.5 22 20.5H2Z" />
            <path d="M12 10v4.5M12 17v.5" />
          </svg>
          <span>
            <span className="visually-hidden">{`${error} `}</span>
            <span>{issue}</span>
          </span>
        </p>
      )}
      <input
        className="box"
        dir="ltr"
        id={id}
        // In an email input, browsers rewrite what is typed.
        type={type === 'email' ? 'text' : type}
        inputMode={type === 'email' ? type : undefined}
        autoComplete={autoComplete}
        aria-describedby={issue ? issueId : undefined}
        aria-invalid={Boolean(issue)}
        ref={ref}
      />
    </div>
  );
}
