import { understood, type Given } from '#core/entries/understood.ts';
import type { Form } from '#core/form.ts';
import { answerInWords, unaskedInWords } from '#core/answer-in-words.ts';
import { useLoaded } from '../form/use-loaded.ts';
import { sent } from '../words/en/sent.ts';
import { useWords } from '../words/speech.ts';
import { translateOf } from './verbatim.ts';

type Props = Given & { readonly form: Form | undefined };

/** What was answered, question by question; by the names of the fields where the form does not ask it any more. */
export function AnswersView({ form, answers, formVersion }: Props) {
  const { notAsked } = useWords('sent', sent);
  useLoaded(form);
  const today = form ? understood(form, { answers, formVersion }) : answers;
  const fields = form?.fields ?? {};
  const asked = Object.entries(fields)
    .filter(([name]) => Object.hasOwn(today, name))
    .map(
      ([name, field]) =>
        [name, field.label, answerInWords(field, today[name]), translateOf(field)] as const,
    );
  const others = Object.entries(today)
    .filter(([name]) => !Object.hasOwn(fields, name))
    .map(
      ([name, answer]) =>
        [name, form ? notAsked(name) : name, unaskedInWords(answer), undefined] as const,
    );
  return (
    <dl className="facts">
      {[...asked, ...others].map(([name, label, words, translate]) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd dir="auto" translate={translate}>
            {words}
          </dd>
        </div>
      ))}
    </dl>
  );
}
