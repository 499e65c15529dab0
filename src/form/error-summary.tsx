import { useEffect, useRef, type MouseEvent } from 'react';
import type { Issue } from '#core/form/answers.ts';
import { fieldOf } from '#core/form/field-of.ts';
import type { Form } from '#core/form/define-form.ts';
import { questionId } from '../controls/question.ts';
import { notices } from '../messages/en/notices.ts';
import { useMessages } from '../messages/locale.ts';
import type { PagePath } from '../page-paths.ts';
import { Link } from '../ui/navigation.ts';
import type { FormNow } from './form-in-use.ts';
import { goToQuestion } from './go-to-question.ts';
import './error-summary.css';

type Props = {
  readonly form: Form;
  readonly now: FormNow;
  readonly issues: readonly Issue[];
  /** Broken soft rules. With these alone, the form can be sent as it is. */
  readonly warnings: readonly Issue[];
  /** The address of an issue's question, if it is on another page. */
  readonly addressOf?: ((field: string) => PagePath) | undefined;
};

/** All issues and warnings, each linked to its field. Takes the focus when it appears. */
export default function ErrorSummary({ form, now, issues, warnings, addressOf }: Props) {
  const messages = useMessages('notices', notices);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div
      className="summary"
      ref={box}
      tabIndex={-1}
      aria-labelledby={issues.length > 0 ? 'summary-heading' : 'warnings-heading'}
      data-warnings={issues.length > 0 ? undefined : ''}
    >
      {/* An alert inside what takes the focus: on the same element some screen readers say only one. */}
      <div role="alert">
        {issues.length > 0 && (
          <>
            <h2 id="summary-heading">{messages.problem}</h2>
            <Links form={form} now={now} issues={issues} addressOf={addressOf} />
          </>
        )}
        {warnings.length > 0 && (
          <>
            <h2 id="warnings-heading">{messages.checkThese}</h2>
            {issues.length === 0 && <p>{messages.sendAnyway}</p>}
            <Links form={form} now={now} issues={warnings} addressOf={addressOf} />
          </>
        )}
      </div>
    </div>
  );
}

function Links({ form, now, issues, addressOf }: Omit<Props, 'warnings'>) {
  const filled = issues.map(now.filledIssue);
  return (
    <ul>
      {filled.map(({ field, message }) => (
        <li key={field + message}>
          {addressOf && field !== '' ? (
            <Link href={addressOf(field)}>{message}</Link>
          ) : Object.hasOwn(form.fields, fieldOf(field)) ? (
            <a href={`#${questionId(field)}`} onClick={(event) => goTo(event, field)}>
              {message}
            </a>
          ) : (
            message
          )}
        </li>
      ))}
    </ul>
  );
}

function goTo(event: MouseEvent, field: string): void {
  event.preventDefault();
  goToQuestion(field);
}
