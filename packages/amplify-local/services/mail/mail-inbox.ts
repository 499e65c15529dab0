import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { request, type IncomingMessage, type ServerResponse } from 'node:http';
import { userInfo } from 'node:os';
import { pipeline } from 'node:stream/promises';
import { createEmulator } from 'emulate';
import { listenOnLoopback } from '../../machine/loopback-server.ts';
import { namedSocketPath } from '../../machine/named-socket.ts';
import { inboxPage, inboxPolicy, type InboxLook, type ListedMail } from './inbox-page.ts';

/** Collects the mail that would have been sent, to be read at `url`. */
export type Inbox = {
  /** The address of a page with every mail, newest first. */
  readonly url: string;
  /** The address of the emulator's email API. */
  readonly apiUrl: string;
  deliver(mail: {
    readonly to: string;
    readonly subject: string;
    readonly text: string;
  }): Promise<void>;
  close(): Promise<void>;
};

/** The address Cognito's own mails come from in AWS. */
const cognitoSender = 'no-reply@verificationemail.com';

/**
 * The emulator of the email API is also the inbox, for the app's mail and for Cognito's codes.
 * It keeps mail in memory, so a restart empties it; codes can be requested again.
 *
 * The emulator itself lets every web page read and send mail. So it gets no port but listens on a socket,
 * and only allowed requests are forwarded to it.
 */
export async function startInbox({
  port,
  look = { name: 'Local mail', theme: '' },
}: {
  readonly port: number;
  readonly look?: InboxLook | undefined;
}): Promise<Inbox> {
  const forward = (incoming: IncomingMessage, response: ServerResponse): void => {
    const answered =
      incoming.method === 'GET' && /^\/(inbox\/?)?$/.test(incoming.url ?? '')
        ? showMails(response)
        : forwardToEmulator(socketPath, incoming, response);
    void answered.catch(() => response.destroy());
  };
  const server = await listenOnLoopback(forward, port, 'its own');
  // The port is ours, so the socket is too. A killed process leaves its socket's file behind.
  const socketPath = namedSocketPath(`amplify-local-inbox-${userInfo().uid}-${server.port}`);
  if (process.platform !== 'win32') rmSync(socketPath, { force: true });
  const url = `http://localhost:${server.port}`;
  // Node also accepts a path in place of a port, which the emulator's types do not allow.
  const socketAsPort = socketPath as unknown as number;
  const emulator = await createEmulator({ service: 'resend', port: socketAsPort, baseUrl: url });
  async function showMails(response: ServerResponse): Promise<void> {
    const { data } = (await (await fetch(`${url}/emails`)).json()) as { data: ListedMail[] };
    const headers = {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': inboxPolicy,
      'Cache-Control': 'no-store',
    };
    response.writeHead(200, headers).end(inboxPage(data, look));
  }

  return {
    url: `${url}/inbox`,
    apiUrl: url,
    async deliver({ to, subject, text }) {
      const response = await fetch(`${url}/emails`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: 'Bearer local' },
        body: JSON.stringify({ from: cognitoSender, to, subject, text }),
      });
      if (!response.ok) throw new Error(`The inbox answered ${response.status}.`);
    },
    async close() {
      await server.close();
      await emulator.close();
    },
  };
}

/** The same headers, except those that grant access to other origins. */
async function forwardToEmulator(
  socketPath: string,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method, url: path, headers } = incoming;
  const outgoing = request({ socketPath, method, path, headers });
  const [[emulatorResponse]] = await Promise.all([
    once(outgoing, 'response') as Promise<[IncomingMessage]>,
    pipeline(incoming, outgoing),
  ]);
  const forwardedHeaders = Object.entries(emulatorResponse.headers).filter(
    ([name]) => !name.startsWith('access-control-'),
  );
  response.writeHead(emulatorResponse.statusCode ?? 502, Object.fromEntries(forwardedHeaders));
  await pipeline(emulatorResponse, response);
}
