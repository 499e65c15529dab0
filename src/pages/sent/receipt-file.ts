import { entryReference } from '#core/entries/entry-reference.ts';
import type { Form } from '#core/form/define-form.ts';
import type { ApiEntry } from '../../cloud/api/parse-api-entry.ts';
import { formatDateTime } from '../../messages/date-format.ts';
import type { sent } from '../../messages/en/sent.ts';
import { saveFile } from '../../ui/save-file.ts';
import { answerRows } from '../entry/answer-rows.ts';

type Receipt = {
  readonly form: Form;
  readonly entry: ApiEntry;
  /** The email address of the person who sent it. */
  readonly sender: string | undefined;
};

/** A receipt as text, which every device can open and print. */
export function receiptText({ form, entry, sender }: Receipt, messages: typeof sent): string {
  const facts = [
    `${messages.reference}: ${entryReference(entry.id)}`,
    `${messages.delivered}: ${formatDateTime(entry.createdAt, 'long')}`,
    ...(sender ? [`${messages.sentAs}: ${sender}`] : []),
  ];
  const answers = answerRows(form, entry, messages.removedQuestion).map(({ label, text }) =>
    text.includes('\n') ? `${label}:\n${text}` : `${label}: ${text || messages.notAnswered}`,
  );
  return `${[form.title, '', ...facts, '', ...answers].join('\n')}\n`;
}

export function saveReceipt(receipt: Receipt, messages: typeof sent): void {
  const name = `${receipt.form.id}-${entryReference(receipt.entry.id)}.txt`;
  saveFile(name, [receiptText(receipt, messages)], 'text/plain;charset=utf-8');
}
