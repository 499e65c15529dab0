import { toCurrentAnswers, type VersionedAnswers } from '#core/form/current-answers.ts';
import type { Form } from '#core/form/define-form.ts';
import { answerText, rawAnswerText } from '#core/form/answer-text.ts';
import { useFieldsLoaded } from '../../form/use-fields-loaded.ts';
import { sent } from '../../messages/en/sent.ts';
import { useMessages } from '../../messages/locale.ts';
import { translateAttribute } from './translate-attribute.ts';

type Props = VersionedAnswers & { readonly form: Form | undefined };

/** Answers, question by question. An answer to a removed question is labelled with its field's name. */
export function AnswersView({ form, answers, formVersion }: Props) {
  const { removedQuestion } = useMessages('sent', sent);
  useFieldsLoaded(form);
  const today = form ? toCurrentAnswers(form, { answers, formVersion }) : answers;
  const fields = form?.fields ?? {};
  const current = Object.entries(fields)
    .filter(([name]) => Object.hasOwn(today, name))
    .map(
      ([name, field]) =>
        [name, field.label, answerText(field, today[name]), translateAttribute(field)] as const,
    );
  const removed = Object.entries(today)
    .filter(([name]) => !Object.hasOwn(fields, name))
    .map(
      ([name, answer]) =>
        [name, form ? removedQuestion(name) : name, rawAnswerText(answer), undefined] as const,
    );
  return (
    <dl className="facts">
      {[...current, ...removed].map(([name, label, text, translate]) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd dir="auto" translate={translate}>
            {text}
          </dd>
        </div>
      ))}
    </dl>
  );
}
