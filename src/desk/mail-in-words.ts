import type { MailState } from '#core/entries/store.ts';
import { momentInWords } from './in-words.ts';

/** How far the mail that confirms a response has come. */
export function mailInWords(mail: MailState | undefined): string {
  if (!mail) return 'None was sent';
  const at = momentInWords(mail.at);
  if (mail.state === 'sent') return `Sent, ${at}`;
  if (mail.state === 'sending') return `Being sent since ${at}`;
  return `Refused by the mail provider, ${at}${mail.code ? ` (${mail.code})` : ''}`;
}
