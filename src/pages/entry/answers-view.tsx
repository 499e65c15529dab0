import type { VersionedAnswers } from '#core/form/current-answers.ts';
import type { Form } from '#core/form/define-form.ts';
import { useFieldsLoaded } from '../../form/use-fields-loaded.ts';
import { sent } from '../../messages/en/sent.ts';
import { useMessages } from '../../messages/locale.ts';
import { answerRows } from './answer-rows.ts';

type Props = VersionedAnswers & { readonly form: Form | undefined };

/** Answers, question by question. An answer to a removed question is labelled with its field's name. */
export function AnswersView({ form, ...answers }: Props) {
  const { removedQuestion } = useMessages('sent', sent);
  useFieldsLoaded(form);
  return (
    <dl className="facts">
      {answerRows(form, answers, removedQuestion).map(({ name, label, text, translate }) => (
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
