import type { MailState } from '#core/entries/store.ts';
import type { desk } from '../words/en/desk.ts';
import { momentInUtc } from '../words/moments.ts';

/** How far the mail that confirms a response has come. */
export function mailInWords(mail: MailState | undefined, words: typeof desk): string {
  if (!mail) return words.noMail;
  const at = momentInUtc(mail.at);
  if (mail.state === 'sent') return words.mailSent(at);
  if (mail.state === 'sending') return words.mailSending(at);
  if (mail.state === 'withheld') return words.mailWithheld(at);
  return `${words.mailRefused(at)}${mail.code ? ` (${mail.code})` : ''}`;
}
