import { orphanedAnswers } from '#core/entries/accept-stored-answers.ts';
import { toCurrentAnswers, type VersionedAnswers } from '#core/form/current-answers.ts';
import type { Form } from '#core/form/define-form.ts';
import { entries } from '../../messages/en/entries.ts';
import { useMessages } from '../../messages/locale.ts';
import { rawAnswerText } from '#core/form/answer-text.ts';

/** Answers to questions that the current form no longer has. */
export function RemovedQuestions({
  form,
  given,
}: {
  readonly form: Form;
  readonly given: VersionedAnswers;
}) {
  const messages = useMessages('entries', entries);
  const kept = Object.entries(orphanedAnswers(form, toCurrentAnswers(form, given)));
  if (kept.length === 0) return null;
  return (
    <section className="attention">
      <p>{messages.removedQuestions}</p>
      <dl className="facts">
        {kept.map(([name, answer]) => (
          <div key={name}>
            <dt>
              <bdi>{name}</bdi>
            </dt>
            <dd dir="auto">{rawAnswerText(answer)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
