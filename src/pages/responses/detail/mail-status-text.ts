import type { MailState } from '#core/entries/store/entry-store.ts';
import type { responsesMessages } from '../../../messages/en/responses.ts';

/** The state of a response's confirmation mail. */
export function mailStatusText(
  mail: MailState | undefined,
  messages: typeof responsesMessages,
  momentText: (at: string) => string,
): string {
  if (!mail) return messages.noMail;
  const at = momentText(mail.at);
  if (mail.state === 'sent') return messages.mailSent(at);
  if (mail.state === 'sending') return messages.mailSending(at);
  if (mail.state === 'withheld') return messages.mailWithheld(at);
  return `${messages.mailRefused(at)}${mail.code ? ` (${mail.code})` : ''}`;
}
