import { useEffect, useRef, type MouseEvent } from 'react';
import type { Issue, Form } from '#core/form/define-form.ts';
import { questionId } from '../controls/question.ts';
import { notices } from '../messages/en/notices.ts';
import { useMessages } from '../messages/locale.ts';
import './error-summary.css';

type Props = { readonly form: Form; readonly issues: readonly Issue[] };

/** All issues, each linked to its field. Takes the focus when it appears. */
export default function ErrorSummary({ form, issues }: Props) {
  const messages = useMessages('notices', notices);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="summary" ref={box} tabIndex={-1} aria-labelledby="summary-heading">
      {/* An alert inside what takes the focus: on the same element some screen readers say only one. */}
      <div role="alert">
        <h2 id="summary-heading">{messages.problem}</h2>
        <ul>
          {issues.map(({ field, message }) => (
            <li key={field + message}>
              {Object.hasOwn(form.fields, field) ? (
                <a href={`#${questionId(field)}`} onClick={(event) => goTo(event, field)}>
                  {message}
                </a>
              ) : (
                message
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Focusing alone could scroll the question out of sight. */
function goTo(event: MouseEvent, field: string): void {
  event.preventDefault();
  const id = questionId(field);
  document.getElementById(`${id}-label`)?.scrollIntoView();
  document.getElementById(id)?.focus({ preventScroll: true });
}
