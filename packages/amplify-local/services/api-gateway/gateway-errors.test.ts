import { expect, onTestFinished, test } from 'vitest';
import {
  echo,
  gatewayResponse,
  method,
  openGateway,
  resource,
  template,
  throttled,
} from '../../testing/test-gateway.ts';

const crashed = { status: 502, text: '{"message":"Internal server error"}' };

test.each<[string, string, number?]>([
  ['throws', `throw new Error('no');`],
  ['exits', `process.exit(1);`],
  ['loops endlessly', `while (true) {}`, 2],
  ['never answers', `await new Promise(() => {});`, 2],
  ['runs out of memory', `const eaten = []; while (true) eaten.push(new Array(1e5).fill(1.5));`],
  ['returns more than Lambda accepts', `return { body: 'x'.repeat(6_291_556) };`],
])(
  'a function that %s is a 502, and the next request is served',
  async (_, crash, timeoutSeconds = 60) => {
    const { send } = await openGateway(onTestFinished, {
      source: `export const handler = async ({ body }) => { if (body) { ${crash} } return { body: 'fine' }; };`,
      timeoutSeconds,
    });
    const received = await send('/v1/ride', { method: 'POST', body: 'crash' });
    expect(received).toMatchObject(crashed);
    expect(received.headers).toMatchObject({ 'x-amzn-errortype': 'InternalServerErrorException' });
    expect(await send('/v1/ride', { method: 'POST' })).toMatchObject({ status: 200, text: 'fine' });
  },
);

test('a function slower than the gateway’s timeout is a 504', async () => {
  const { send, greeter } = await openGateway(onTestFinished, {
    resources: template(method('POST', 'form', { Integration: { TimeoutInMillis: 100 } })),
    source: `export const handler = () => new Promise(() => {});`,
  });
  expect(await send('/v1/ride', { method: 'POST' })).toMatchObject({
    status: 504,
    text: '{"message":"Endpoint request timed out"}',
  });
  // Closing it would wait for its answer.
  await greeter.kill();
});

test('a function the gateway has no permission to run is a 500', async () => {
  const { send, lines } = await openGateway(onTestFinished, {
    resources: template().filter(({ type }) => type !== 'AWS::Lambda::Permission'),
  });
  expect(await send('/v1/ride')).toMatchObject({ ...crashed, status: 500 });
  expect(lines[0]).toMatch(/^[0-9a-f-]{36} Invalid permissions on Lambda function greeter$/);
});

test('an unexpected error is a 500 and is logged', async () => {
  const otherPool = 'arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_Other';
  const people = template().find(({ id }) => id === 'people');
  const { send, lines } = await openGateway(onTestFinished, {
    resources: template(
      resource('ApiGateway::Authorizer', 'people', {
        ...people?.properties,
        ProviderARNs: [otherPool],
      }),
    ),
  });
  expect(await send('/v1/ride')).toMatchObject({ ...crashed, status: 500 });
  expect(lines[0]).toMatch(/^[0-9a-f-]{36} Error: No user pool has the id us-east-1_Other/);
});

test.each([
  ['known from its length header', 'content-length'],
  ['noticed while reading', 'transfer-encoding'],
])('a body over 10 MB is a 413, %s', async (_, how) => {
  const { send, asPerson } = await openGateway(onTestFinished);
  const body = Buffer.alloc(10 * 1024 * 1024 + 1, 'x');
  const headers = { ...asPerson, ...(how === 'transfer-encoding' && { [how]: 'chunked' }) };
  expect(await send('/v1/ride', { method: 'POST', headers, body })).toMatchObject({
    status: 413,
    text: '{"message":"Request Too Long"}',
  });
});

test('a body of 7 MB, more than Lambda accepts, is a 413', async () => {
  const { send } = await openGateway(onTestFinished);
  const body = 'x'.repeat(7_000_000);
  const { status, text } = await send('/v1/ride', { method: 'POST', body });
  expect(status).toBe(413);
  expect(text).toContain('smaller than 6291456 bytes');
});

test('a body that becomes too long for Lambda as JSON is a 413', async () => {
  const { send } = await openGateway(onTestFinished, {
    source: `export const handler = async () => ({ body: '' });`,
  });
  for (const [length, status] of [
    [3_100_000, 200],
    [3_200_000, 413],
  ] as const) {
    const body = '"'.repeat(length);
    expect(await send('/v1/ride', { method: 'POST', body })).toMatchObject({ status });
  }
});

test('requests beyond the burst are throttled until the rate allows more', async () => {
  let clock = 1_000_000;
  const { send } = await openGateway(onTestFinished, {
    resources: template(throttled(2, 3)),
    now: () => clock,
  });
  const statuses = async (count: number) => {
    const received = await Promise.all(Array.from({ length: count }, () => send('/v1/ride')));
    return received.map(({ status }) => status).toSorted((a, b) => a - b);
  };
  expect(await statuses(5)).toEqual([200, 200, 200, 429, 429]);
  clock += 500;
  expect(await statuses(2)).toEqual([200, 429]);
  clock += 60_000;
  expect(await statuses(4)).toEqual([200, 200, 200, 429]);
  const { text, headers } = await send('/v1/ride');
  expect(text).toBe('{"message":"Too Many Requests"}');
  expect(headers).toMatchObject({ 'x-amzn-errortype': 'TooManyRequestsException' });
});

test('a method with a throttle of its own takes nothing from the others', async () => {
  const { send } = await openGateway(onTestFinished, {
    resources: template(throttled(1, 2, { path: '/~1{form}', method: 'POST', rate: 1, burst: 1 })),
    now: () => 1_000_000,
  });
  const statusOf = async (httpMethod: string) =>
    (await send('/v1/ride', { method: httpMethod })).status;
  const statuses: number[] = [];
  for (const it of ['POST', 'POST', 'POST', 'GET', 'GET', 'GET']) statuses.push(await statusOf(it));
  expect(statuses).toEqual([200, 429, 429, 200, 200, 429]);
});

test('a browser can read the gateway’s own errors only if the template adds CORS headers', async () => {
  const plain = await openGateway(onTestFinished);
  const unreadable = await plain.send('/v1/ride', { headers: {} });
  expect(unreadable.headers).not.toHaveProperty('access-control-allow-origin');

  const source = `export const handler = async () => { throw new Error('no'); };`;
  const resources = template(gatewayResponse('DEFAULT_4XX'), gatewayResponse('DEFAULT_5XX'));
  const { send } = await openGateway(onTestFinished, { resources, source });
  const refused = await send('/v1/ride', { headers: {} });
  expect([refused.status, refused.headers['access-control-allow-origin']]).toEqual([401, '*']);
  const crash = await send('/v1/ride');
  expect([crash.status, crash.headers['access-control-allow-origin']]).toEqual([502, '*']);
  expect(crash.headers['content-type']).toBe('application/json');
});

test('DEFAULT_4XX does not apply to crashes, nor DEFAULT_5XX to client errors', async () => {
  const crashing = await openGateway(onTestFinished, {
    resources: template(gatewayResponse('DEFAULT_4XX')).filter(
      ({ type }) => type !== 'AWS::Lambda::Permission',
    ),
  });
  const crash = await crashing.send('/v1/ride');
  expect(crash.status).toBe(500);
  expect(crash.headers).not.toHaveProperty('access-control-allow-origin');

  const resources = template(gatewayResponse('DEFAULT_5XX'));
  const refusing = await openGateway(onTestFinished, { resources });
  const refused = await refusing.send('/v1/ride', { headers: {} });
  expect(refused.status).toBe(401);
  expect(refused.headers).not.toHaveProperty('access-control-allow-origin');
});

test('browsers cannot read the error for a body over 10 MB, as it cannot be customised', async () => {
  const { send } = await openGateway(onTestFinished, {
    resources: template(gatewayResponse('DEFAULT_4XX'), gatewayResponse('REQUEST_TOO_LARGE')),
  });
  const body = Buffer.alloc(10 * 1024 * 1024 + 1);
  const { headers } = await send('/v1/ride', { method: 'POST', body });
  expect(headers).not.toHaveProperty('access-control-allow-origin');
});

test('a specific response type comes before the default, with its own status and template', async () => {
  const { send } = await openGateway(onTestFinished, {
    resources: template(
      gatewayResponse('DEFAULT_4XX'),
      gatewayResponse('UNAUTHORIZED', {
        ResponseParameters: { 'gatewayresponse.header.Vary': "'Origin'" },
        ResponseTemplates: {
          'application/json':
            '{"why":$context.error.messageString,"type":"$context.error.responseType","at":"$context.httpMethod $context.resourcePath"}',
        },
        StatusCode: '403',
      }),
    ),
  });
  const { status, headers, text } = await send('/v1/ride', { headers: {} });
  expect(status).toBe(403);
  expect(headers).toMatchObject({ vary: 'Origin' });
  expect(headers).not.toHaveProperty('access-control-allow-origin');
  expect(JSON.parse(text)).toEqual({
    why: 'Unauthorized',
    type: 'UNAUTHORIZED',
    at: 'GET /{form}',
  });
});

test('the gateway adds no CORS header to a function’s response', async () => {
  const { send } = await openGateway(onTestFinished, {
    resources: template(gatewayResponse('DEFAULT_4XX')),
    source: echo,
  });
  const { headers } = await send('/v1/ride');
  expect(headers).not.toHaveProperty('access-control-allow-origin');
});
