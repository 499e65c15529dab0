import type { Elements } from '../ui/elements.ts';
import { firstLoad } from '../messages/en/first-load.ts';
import { useMessages } from '../messages/locale.ts';
import { describedBy, type Question } from './question.ts';
import './question.css';

type Props = { readonly question: QuestionTexts; readonly children: Elements };

/** The parts of a question that are shown around its controls. */
type QuestionTexts = Pick<Question, 'id' | 'label' | 'hint' | 'optional' | 'issue' | 'warning'>;

/** The layout of a question with one control: a label. */
export function Labelled({ question, children }: Props) {
  const { id, label, optional, issue, warning } = question;
  return (
    <div
      className="question"
      data-invalid={issue ? '' : undefined}
      data-warned={warning ? '' : undefined}
    >
      <label className="label" id={`${id}-label`} htmlFor={id}>
        <span>{label}</span>
        {optional && <Optional />}
      </label>
      <Explanation {...question} />
      {children}
    </div>
  );
}

/** The layout of a question with several controls: a fieldset with a legend. */
export function Grouped({ question, children, role }: Props & { role?: 'radiogroup' }) {
  const { id, label, optional, issue, warning } = question;
  return (
    <fieldset
      className="question"
      data-invalid={issue ? '' : undefined}
      data-warned={warning ? '' : undefined}
      aria-describedby={describedBy(question)}
      {...(role && { role, 'aria-invalid': Boolean(issue), 'aria-required': !optional })}
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

/** The leading space separates it from the label. */
function Optional() {
  return <span className="optional">{` ${useMessages('firstLoad', firstLoad).optional}`}</span>;
}

function Explanation({ id, hint, issue, warning }: QuestionTexts) {
  const { error, check } = useMessages('firstLoad', firstLoad);
  return (
    <>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {issue && (
        <p className="issue" id={`${id}-issue`}>
          <svg className="shape" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M12 3.5 22 20.5H2Z" />
            <path d="M12 10v4.5M12 17.4v.1" />
          </svg>
          <span>
            <span className="visually-hidden">{`${error} `}</span>
            <span>{issue}</span>
          </span>
        </p>
      )}
      {warning && (
        <p className="warning" id={`${id}-warning`}>
          <svg className="shape" viewBox="0 0 24 24" aria-hidden="true">
            <circle cx="12" cy="12" r="9.25" />
            <path d="M12 7v5.5M12 16.4v.1" />
          </svg>
          <span>
            <span className="visually-hidden">{`${check} `}</span>
            <span>{warning}</span>
          </span>
        </p>
      )}
    </>
  );
}
