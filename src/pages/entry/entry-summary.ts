import type { VersionedAnswers } from '#core/form/current-answers.ts';
import type { Form } from '#core/form/define-form.ts';
import { answerRows } from './answer-rows.ts';

/** Answers enough to recognize an entry by. */
const most = 3;

export type EntrySummary = {
  readonly text: string;
  /** The fields whose answers it has. */
  readonly names: readonly string[];
};

/** What an entry is, in one line: its first answers. */
export function entrySummary(form: Form | undefined, answers: VersionedAnswers): EntrySummary {
  const rows = answerRows(form, answers, String)
    .map(({ name, text }) => ({ name, text: text.replaceAll(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text)
    .slice(0, most);
  return { text: rows.map((it) => it.text).join(' · '), names: rows.map((it) => it.name) };
}
