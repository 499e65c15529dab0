import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { request, type IncomingMessage, type ServerResponse } from 'node:http';
import { userInfo } from 'node:os';
import { pipeline } from 'node:stream/promises';
import { createEmulator } from 'emulate';
import type { Mail } from './cognito/server.ts';
import { listenOnLoopback } from './loopback.ts';
import { socketNamed } from './socket.ts';

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
 *
 * By itself it lets every page of the web read and send. So it has no port: it listens on a socket,
 * and whoever may come in is handed on to it.
 */
export async function startInbox({ port }: { readonly port: number }): Promise<Inbox> {
  const handOn = (incoming: IncomingMessage, response: ServerResponse): void =>
    void answerFrom(socketPath, incoming, response).catch(() => response.destroy());
  const server = await listenOnLoopback(handOn, port, 'its own');
  // Whoever has the port has the socket; one that was killed leaves its file behind.
  const socketPath = socketNamed(`formstead-inbox-${userInfo().uid}-${server.port}`);
  if (process.platform !== 'win32') rmSync(socketPath, { force: true });
  const url = `http://localhost:${server.port}`;
  // Node listens on a path where it is given one for a port, which the emulator's types do not know.
  const listenAt = socketPath as unknown as number;
  const emulator = await createEmulator({ service: 'resend', port: listenAt, baseUrl: url });
  return {
    url: `${url}/inbox`,
    apiUrl: url,
    async deliver({ to, subject, text }) {
      const response = await fetch(`${url}/emails`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: 'Bearer local' },
        body: JSON.stringify({ from: 'Formstead <no-reply@formstead.local>', to, subject, text }),
      });
      if (!response.ok) throw new Error(`The inbox answered ${response.status}.`);
    },
    async close() {
      await server.close();
      await emulator.close();
    },
  };
}

/** As it came and as it is answered, but for what invites pages of other origins. */
async function answerFrom(
  socketPath: string,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method, url: path, headers } = incoming;
  const outgoing = request({ socketPath, method, path, headers });
  const [[answer]] = await Promise.all([
    once(outgoing, 'response') as Promise<[IncomingMessage]>,
    pipeline(incoming, outgoing),
  ]);
  const kept = Object.entries(answer.headers).filter(
    ([name]) => !name.startsWith('access-control-'),
  );
  response.writeHead(answer.statusCode ?? 502, Object.fromEntries(kept));
  await pipeline(answer, response);
}
