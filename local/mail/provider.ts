import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { listenOnLoopback } from '../loopback.ts';
import type { Faults } from './faults.ts';

/** The email API that functions see: the emulator's, with faults in front of it. */
export type MailProvider = {
  readonly url: string;
  faults: Faults;
  close(): Promise<void>;
};

export async function startMailProvider(emulatorUrl: string): Promise<MailProvider> {
  const provider = { faults: {} as Faults };
  let requests = 0;
  const server = await listenOnLoopback(
    (request, response) => {
      // A caller that has hung up misses nothing.
      answer(request, response, provider.faults).catch(() => response.destroy());
    },
    0,
    'none',
  );

  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    {
      slow = 0,
      failing = 0,
      losing = 0,
      refusing = [],
      forgetful = false,
      key: only,
      seed,
    }: Faults,
  ): Promise<void> {
    requests += 1;
    const chance = seed === undefined ? Math.random() : chanceOf(seed, requests);
    const body = await buffer(request);
    await sleep(slow);
    if (!/^Bearer \S/.test(request.headers.authorization ?? ''))
      return refuse(response, 401, 'missing_api_key');
    if (only !== undefined && request.headers.authorization !== `Bearer ${only}`)
      return refuse(response, 403, 'invalid_api_key');
    if (chance < failing) return refuse(response, 500, 'application_error');
    const { to } = JSON.parse(body.toString('utf8')) as { to?: string };
    if (refusing.includes('*') || refusing.includes(to ?? ''))
      return refuse(response, 422, 'validation_error');
    const key = forgetful ? undefined : request.headers['idempotency-key'];
    const taken = await fetch(emulatorUrl + (request.url ?? ''), {
      method: request.method ?? 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: String(request.headers.authorization),
        ...(key !== undefined && { 'Idempotency-Key': String(key) }),
      },
      body,
    });
    const said = await taken.text();
    if (1 - chance < losing) return void response.destroy();
    response.writeHead(taken.status, { 'Content-Type': 'application/json' }).end(said);
  }

  const url = `http://127.0.0.1:${server.port}`;
  return Object.assign(provider, { url, close: () => server.close() });
}

/** From 0 to less than 1, and the same for the same two numbers. */
function chanceOf(seed: number, request: number): number {
  return createHash('sha256').update(`${seed} ${request}`).digest().readUInt32BE() / 2 ** 32;
}

/** As Resend words it: https://resend.com/docs/api-reference/errors */
function refuse(response: ServerResponse, statusCode: number, name: string): void {
  response.writeHead(statusCode, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ statusCode, name, message: 'As docs/mail.md describes it.' }));
}
