import type { Mail } from '#core/confirmation.ts';

/** What became of an attempt to send. */
export type Attempt =
  | { readonly is: 'sent' }
  /** This mail will never be taken: its address, for one, is not accepted. `code` quotes nothing of it. */
  | { readonly is: 'refused'; readonly code: string }
  /** Another attempt may go well, after so many milliseconds if the provider says so. */
  | { readonly is: 'later'; readonly code: string; readonly wait?: number }
  /** No attempt will go well before a person has mended something: the key, the sender. */
  | { readonly is: 'stuck'; readonly code: string };

/** The port to whoever delivers mail. */
export type Provider = {
  /** Sends a mail; with the same key again it sends nothing, for 24 hours at the least. */
  send(mail: Mail, key: string): Promise<Attempt>;
};
