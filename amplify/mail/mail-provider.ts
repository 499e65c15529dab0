import type { ReadyMail } from './compose-mails.ts';

/** The result of one attempt to send. */
export type SendResult =
  | { readonly is: 'sent' }
  /** This mail will never be accepted, because of its address, say. `code` contains nothing of its content. */
  | { readonly is: 'refused'; readonly code: string }
  /** Another attempt may succeed, after `wait` milliseconds if the provider says how long. */
  | { readonly is: 'later'; readonly code: string; readonly wait?: number }
  /** No attempt will succeed until somebody fixes the setup: the API key or the sender. */
  | { readonly is: 'blocked'; readonly code: string };

/** The port to an email API. */
export type MailProvider = {
  /** Sends a mail. Repeating the call with the same key within 24 hours sends nothing. */
  send(mail: ReadyMail, key: string): Promise<SendResult>;
};
