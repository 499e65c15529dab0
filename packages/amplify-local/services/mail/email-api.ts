import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { listenOnLoopback } from '../../machine/loopback-server.ts';
import type { Properties } from '../../template/resource.ts';
import type { Faults } from './email-faults.ts';

/** The address of the email API in the world that the local one replaces: Resend's. */
const replacedUrl = 'https://api.resend.com';

/** The email API that functions call: a proxy of the emulator's that injects faults. */
export type EmailApi = {
  readonly url: string;
  /** The variables to change so that a function with these calls the local email API. */
  readonly redirect: (variables: Properties) => Readonly<Record<string, string>>;
  faults: Faults;
  close(): Promise<void>;
};

export async function startEmailApi(emulatorUrl: string): Promise<EmailApi> {
  const provider = { faults: {} as Faults };
  let requests = 0;
  const server = await listenOnLoopback(
    (request, response) => {
      // The caller may have disconnected.
      handleRequest(request, response, provider.faults).catch(() => response.destroy());
    },
    0,
    'none',
  );

  async function handleRequest(
    request: IncomingMessage,
    response: ServerResponse,
    {
      slow = 0,
      failing = 0,
      losing = 0,
      refusing = [],
      ignoresIdempotencyKey = false,
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
    const key = ignoresIdempotencyKey ? undefined : request.headers['idempotency-key'];
    const forwarded = await fetch(emulatorUrl + (request.url ?? ''), {
      method: request.method ?? 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: String(request.headers.authorization),
        ...(key !== undefined && { 'Idempotency-Key': String(key) }),
      },
      body,
    });
    const responseText = await forwarded.text();
    if (1 - chance < losing) return void response.destroy();
    response.writeHead(forwarded.status, { 'Content-Type': 'application/json' }).end(responseText);
  }

  const url = `http://127.0.0.1:${server.port}`;
  const redirect = (variables: Properties): Record<string, string> =>
    Object.fromEntries(
      Object.keys(variables)
        .filter((name) => variables[name] === replacedUrl)
        .map((name) => [name, url]),
    );
  return Object.assign(provider, { url, redirect, close: () => server.close() });
}

/** A number from 0 to less than 1, always the same for the same two numbers. */
function chanceOf(seed: number, request: number): number {
  return createHash('sha256').update(`${seed} ${request}`).digest().readUInt32BE() / 2 ** 32;
}

/** An error as Resend sends it: https://resend.com/docs/api-reference/errors */
function refuse(response: ServerResponse, statusCode: number, name: string): void {
  response.writeHead(statusCode, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ statusCode, name, message: `The local email API: ${name}.` }));
}
