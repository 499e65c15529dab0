import type { Form } from '#core/form.ts';
import { answerInWords } from './answer-in-words.ts';

type Props = {
  readonly form: Form | undefined;
  readonly answers: { readonly [field: string]: unknown };
};

/** What was answered, question by question; by the names of the fields where the form is gone. */
export function AnswersView({ form, answers }: Props) {
  const fields = form ? Object.entries(form.fields) : [];
  const lines = form
    ? fields
        .filter(([name]) => Object.hasOwn(answers, name))
        .map(([name, field]) => [field.label, answerInWords(field, answers[name])] as const)
    : Object.entries(answers).map(([name, answer]) => [name, JSON.stringify(answer)] as const);
  return (
    <dl className="facts">
      {lines.map(([label, words]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd dir="auto">{words}</dd>
        </div>
      ))}
    </dl>
  );
}
