import type { Elements } from '../elements.ts';
import { first } from '../words/en/first.ts';
import { useWords } from '../words/speech.ts';
import { describedBy, type Question } from './question.ts';

type Props = { readonly question: Asked; readonly children: Elements };

/** As much of a question as is said around its controls. */
type Asked = Pick<Question, 'id' | 'label' | 'hint' | 'optional' | 'complaint'>;

/** A question with one control, which its label names. */
export function Labelled({ question, children }: Props) {
  const { id, label, optional, complaint } = question;
  return (
    <div className="question" data-refused={complaint ? '' : undefined}>
      <label className="label" id={`${id}-label`} htmlFor={id}>
        <span>{label}</span>
        {optional && <Optional />}
      </label>
      <Explanation {...question} />
      {children}
    </div>
  );
}

/** A question with several controls, which its legend names together. */
export function Grouped({ question, children, role }: Props & { role?: 'radiogroup' }) {
  const { id, label, optional, complaint } = question;
  return (
    <fieldset
      className="question"
      data-refused={complaint ? '' : undefined}
      aria-describedby={describedBy(question)}
      {...(role && { role, 'aria-invalid': Boolean(complaint), 'aria-required': !optional })}
    >
      <legend className="label" id={`${id}-label`}>
        <span>{label}</span>
        {optional && <Optional />}
      </legend>
      <Explanation {...question} />
      {children}
    </fieldset>
  );
}

/** With the blank that parts it from the label. */
function Optional() {
  return <span className="optional">{` ${useWords('first', first).optional}`}</span>;
}

function Explanation({ id, hint, complaint }: Asked) {
  const { error } = useWords('first', first);
  return (
    <>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {complaint && (
        <p className="complaint" id={`${id}-complaint`}>
          <svg className="shape" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M12 3.5 22 20.5H2Z" />
            <path d="M12 10v4.5M12 17.4v.1" />
          </svg>
          <span>
            <span className="visually-hidden">{`${error} `}</span>
            <span>{complaint}</span>
          </span>
        </p>
      )}
    </>
  );
}
