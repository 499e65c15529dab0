import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { Agent, get, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { untilReceived } from '../../../../tools/testing/until-received.ts';
import { apiFrom } from './rest-api.ts';
import { startGateway } from './gateway-server.ts';
import {
  createGreeter,
  method,
  openGateway,
  send,
  stage,
  template,
} from '../../testing/test-gateway.ts';

/** A function that says when it has begun, and ends when it may. */
function slow(body: string) {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-'));
  const [begun, mayEnd] = [join(folder, 'begun'), join(folder, 'may-end')];
  const source = `
    import { existsSync, writeFileSync } from 'node:fs';
    export async function handler() {
      writeFileSync(${JSON.stringify(begun)}, '');
      while (!existsSync(${JSON.stringify(mayEnd)})) await new Promise((resolve) => setTimeout(resolve, 5));
      return { body: '${body}' };
    }`;
  const untilBegun = () => expect.poll(() => existsSync(begun), { interval: 5 }).toBe(true);
  return { source, untilBegun, end: () => writeFileSync(mayEnd, '') };
}

test('the log has the template’s path and the outcome of each request, but nothing the client sent', async () => {
  const { send, lines, asPerson } = await openGateway(onTestFinished);
  const headers = { ...asPerson, 'X-Secret': 'secret-header' };
  const ok = await send('/v1/secret-form/secret-id?q=secret-query', { headers });
  await send('/v1/secret-form', { method: 'POST', headers: {}, body: 'secret-body' });
  await send('/v1/secret/of/nobody');
  expect(lines).toEqual([
    expect.stringMatching(/^GET \/\{form\}\/\{id\} 200 \d+ ms [0-9a-f-]{36}$/),
    expect.stringMatching(/^POST \/\{form\} 401 \d+ ms [0-9a-f-]{36}$/),
    expect.stringMatching(/^GET - 403 \d+ ms [0-9a-f-]{36}$/),
  ]);
  expect(lines[0]).toContain(ok.headers['x-amzn-requestid']);
  expect(lines.join()).not.toContain('secret');
});

test('a malformed result of a function is logged without its content', async () => {
  const source = `export const handler = async () => 'secret';`;
  const { send, lines } = await openGateway(onTestFinished, { source });
  await send('/v1/ride');
  expect(lines[0]).toMatch(/^[0-9a-f-]{36} Malformed Lambda proxy response$/);
});

test('a connection serves several requests, also after an error', async () => {
  const { gateway, asPerson } = await openGateway(onTestFinished);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => agent.destroy());
  const ports = new Set<number | undefined>();
  for (const headers of [asPerson, {}, asPerson])
    await new Promise((done) => {
      get(`${gateway.url}ride`, { agent, headers }, (response) => {
        ports.add(response.socket.localPort);
        response.resume().on('end', done);
      });
    });
  expect(ports.size).toBe(1);
});

test('a client that disconnects while the function runs does no harm', async () => {
  const { source, untilBegun, end } = slow('fine');
  const { gateway, send, lines, asPerson } = await openGateway(onTestFinished, { source });
  const client = get(`${gateway.url}ride`, { headers: asPerson });
  client.on('error', () => {});
  await untilBegun();
  client.destroy();
  await untilReceived();
  end();
  await expect.poll(() => lines[0]).toMatch(/^GET \/\{form\} aborted/);
  expect(await send('/v1/ride')).toMatchObject({ status: 200, text: 'fine' });
});

test('a request whose client disconnects while sending the body does not reach the function', async () => {
  const { gateway, send, lines, asPerson } = await openGateway(onTestFinished, {
    source: `let calls = 0; export const handler = async () => ({ body: String(++calls) });`,
  });
  const headers = { ...asPerson, 'Content-Length': '1000' };
  const client = request(`${gateway.url}ride`, { method: 'POST', headers });
  client.on('error', () => {});
  await new Promise((sent) => client.write('{"half":', sent));
  client.destroy();
  await expect.poll(() => lines[0]).toMatch(/^POST - aborted/);
  expect(await send('/v1/ride')).toMatchObject({ text: '1' });
});

test('a client that disconnects while receiving the response does not delay closing', async () => {
  const { gateway, lines, asPerson } = await openGateway(onTestFinished, {
    source: `export const handler = async () => ({ body: 'x'.repeat(6_000_000) });`,
  });
  const client = get(`${gateway.url}ride`, { headers: asPerson });
  client.on('error', () => {});
  await new Promise((answered) => client.on('response', answered));
  client.destroy();
  await gateway.close();
  expect(lines[0]).toMatch(/^GET \/\{form\} aborted/);
});

test('closing answers running requests and ends idle connections', async () => {
  const { source, untilBegun, end } = slow('fine');
  const { gateway, send } = await openGateway(onTestFinished, { source });
  const { port } = new URL(gateway.url);
  const idle = connect(Number(port), '127.0.0.1');
  const ended = new Promise((resolve) => idle.on('close', resolve));
  await new Promise((resolve) => idle.on('connect', resolve));
  idle.on('error', () => {});
  const running = send('/v1/ride');
  await untilBegun();
  const closing = gateway.close();
  end();
  await closing;
  expect(await running).toMatchObject({ status: 200, text: 'fine' });
  await ended;
  await expect(send('/v1/ride')).rejects.toThrow('ECONNREFUSED');
});

test('an update switches routes and functions; running requests end on the old ones', async () => {
  const { source, untilBegun, end } = slow('old');
  const { gateway, greeter, send } = await openGateway(onTestFinished, { source });
  const next = createGreeter(`export const handler = async () => ({ body: 'new' });`);
  onTestFinished(() => next.close());
  const running = send('/v1/ride');
  await untilBegun();
  const api = apiFrom(template(method('PUT', 'form')));
  gateway.update({ api, functions: new Map([['greeter', next]]) });
  expect(await send('/v1/ride')).toMatchObject({ status: 200, text: 'new' });
  expect((await send('/v1/ride', { method: 'PUT' })).status).toBe(500); // routed, but not permitted
  end();
  await greeter.close();
  expect(await running).toMatchObject({ status: 200, text: 'old' });
});

test('a request still arriving while an update closes the old function runs on the new one', async () => {
  const { gateway, greeter, asPerson } = await openGateway(onTestFinished);
  const next = createGreeter(`export const handler = async () => ({ body: 'new' });`);
  onTestFinished(() => next.close());
  const client = request(`${gateway.url}ride`, { method: 'POST', headers: asPerson });
  client.write('{"half":');
  await untilReceived();
  gateway.update({ api: apiFrom(template()), functions: new Map([['greeter', next]]) });
  await greeter.close();
  const status = new Promise((resolve) => {
    client.on('response', (response) => resolve(response.resume().statusCode));
  });
  client.end('1}');
  expect(await status).toBe(200);
});

test('an update to another stage changes the address', async () => {
  const { gateway, greeter, asPerson } = await openGateway(onTestFinished);
  const { origin } = new URL(gateway.url);
  const api = apiFrom(template(stage({ StageName: 'v2' })));
  gateway.update({ api, functions: new Map([['greeter', greeter]]) });
  expect(gateway.url).toBe(`${origin}/v2/`);
  expect(await send(origin, '/v1/ride', { headers: asPerson })).toMatchObject({ status: 403 });
});

test('an API that calls a missing function is refused', async () => {
  const { gateway, send } = await openGateway(onTestFinished);
  const api = apiFrom(template());
  expect(() => gateway.update({ api, functions: new Map() })).toThrow(
    'There is no Lambda function greeter (POST /{form}).',
  );
  expect(await send('/v1/ride')).toMatchObject({ status: 200 });
});

test('a port that is taken is an error', async () => {
  const { gateway } = await openGateway(onTestFinished);
  const { port } = new URL(gateway.url);
  await expect(
    startGateway({
      api: apiFrom(template()),
      functions: new Map([['greeter', createGreeter('')]]),
      log: () => {},
      verifyIdToken: () => Promise.reject(new Error('unused')),
      port: Number(port),
    }),
  ).rejects.toThrow('EADDRINUSE');
});
