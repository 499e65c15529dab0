import { useEffect, useRef, type MouseEvent } from 'react';
import type { Complaint, Form } from '#core/form.ts';
import { questionId } from '../controls/question.ts';
import { notices } from '../words/en/notices.ts';
import { useWords } from '../words/speech.ts';

type Props = { readonly form: Form; readonly complaints: readonly Complaint[] };

/** Everything to mend, each a link to its field. Takes the focus when it appears. */
export default function ErrorSummary({ form, complaints }: Props) {
  const words = useWords('notices', notices);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="summary" ref={box} tabIndex={-1} aria-labelledby="summary-heading">
      {/* An alert inside what takes the focus: on the same element some screen readers say only one. */}
      <div role="alert">
        <h2 id="summary-heading">{words.problem}</h2>
        <ul>
          {complaints.map(({ field, message }) => (
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

/** Focus alone would scroll the control to the edge, and its question out of sight. */
function goTo(event: MouseEvent, field: string): void {
  event.preventDefault();
  const id = questionId(field);
  document.getElementById(`${id}-label`)?.scrollIntoView();
  document.getElementById(id)?.focus({ preventScroll: true });
}
