import { useEffect, useRef } from 'react';
import type { Field } from '#core/field.ts';
import type { Form } from '#core/form.ts';
import { shortId } from '#core/id.ts';
import type { Told } from '../cloud/told.ts';
import { Moment } from './moment.tsx';

type Props = { readonly form: Form; readonly entry: Told; readonly takesFocus: boolean };

export function EntryCard({ form, entry, takesFocus }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  const answers: Readonly<Record<string, unknown>> = entry.answers;
  return (
    <li className="card">
      <header className="card-head">
        <h2 tabIndex={-1} ref={heading}>
          <Moment at={entry.createdAt} />
        </h2>
        <p className="receipt-id">{shortId(entry.id)}</p>
      </header>
      <dl className="facts">
        {Object.entries(form.fields)
          .filter(([name]) => Object.hasOwn(answers, name))
          .map(([name, field]) => (
            <div key={name}>
              <dt>{field.label}</dt>
              <dd>{answerInWords(field, answers[name])}</dd>
            </div>
          ))}
      </dl>
    </li>
  );
}

/** An answer to an earlier version of the form may be of another shape than the field knows. */
function answerInWords(field: Field, answer: unknown): string {
  const parsed = field.parse(answer);
  if (parsed.ok) return field.show(parsed.value);
  return typeof answer === 'string' ? answer : JSON.stringify(answer);
}
