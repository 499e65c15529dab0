import { createEmulator } from 'emulate';
import type { Mail } from './cognito/server.ts';

/** Mail that would have been sent, to be read at `url`. */
export type Inbox = {
  /** A page with every mail, newest first. */
  readonly url: string;
  /** The email API whose mails they are. */
  readonly apiUrl: string;
  deliver(mail: Mail): Promise<void>;
  close(): Promise<void>;
};

/**
 * The email API's emulator doubles as the inbox, for the app's mail and for Cognito's codes.
 * It keeps mail in memory: a restart empties it, and a code can be asked for again.
 */
export async function startInbox({ port }: { readonly port: number }): Promise<Inbox> {
  const emulator = await createEmulator({ service: 'resend', port });
  return {
    url: `${emulator.url}/inbox`,
    apiUrl: emulator.url,
    async deliver({ to, subject, text }) {
      const response = await fetch(`${emulator.url}/emails`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: 'Bearer local' },
        body: JSON.stringify({ from: 'Formstead <no-reply@formstead.local>', to, subject, text }),
      });
      if (!response.ok) throw new Error(`The inbox answered ${response.status}.`);
    },
    close: () => emulator.close(),
  };
}
