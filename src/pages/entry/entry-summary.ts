import type { VersionedAnswers } from '#core/form/current-answers.ts';
import type { Form } from '#core/form/define-form.ts';
import { answerRows } from './answer-rows.ts';

/** Answers enough to recognize an entry by. */
const most = 3;

/** What an entry is, in one line: its first answers. */
export function entrySummary(form: Form | undefined, answers: VersionedAnswers): string {
  return answerRows(form, answers, String)
    .map(({ text }) => text.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean)
    .slice(0, most)
    .join(' · ');
}
