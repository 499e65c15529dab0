import type { VersionedAnswers } from '#core/form/current-answers.ts';
import type { Form } from '#core/form/define-form.ts';
import { useFieldsLoaded } from '../../form/use-fields-loaded.ts';
import { sent } from '../../messages/en/sent.ts';
import { useMessages } from '../../messages/locale.ts';
import { answerRows } from './answer-rows.ts';
import { RowList } from './row-list.tsx';

type Props = VersionedAnswers & { readonly form: Form | undefined };

/** Answers, question by question. An answer to a removed question is labelled with its field's name. */
export function AnswersView({ form, ...answers }: Props) {
  const { removedQuestion, notAnswered } = useMessages('sent', sent);
  useFieldsLoaded(form);
  return <RowList rows={answerRows(form, answers, removedQuestion)} missing={() => notAnswered} />;
}
