import type { APIGatewayProxyEvent } from 'aws-lambda';
import { expect, onTestFinished, test } from 'vitest';
import { method, openGateway, template } from '../../testing/test-gateway.ts';

type Sent = {
  method?: string;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
};

/** The event that the function received. */
async function eventOf(path: string, sent: Sent = {}, now?: () => number) {
  const open = { AuthorizationType: 'NONE' };
  const { send, gateway } = await openGateway(onTestFinished, {
    resources: template(
      method('POST', 'form', open),
      method('GET', 'form', open),
      method('GET', 'id', open),
    ),
    ...(now && { now }),
  });
  const received = await send(path, { headers: {}, ...sent });
  const host = new URL(gateway.url).host;
  return { event: JSON.parse(received.text) as APIGatewayProxyEvent, received, host };
}

test('an event has the keys and values of REST API v1', async () => {
  const at = Date.UTC(2020, 2, 4, 19, 15, 17, 123);
  const sent = { method: 'POST', headers: { 'User-Agent': 'test' }, body: '{"a":1}' };
  const { event, received, host } = await eventOf('/v1/ride?limit=2', sent, () => at);
  const trace = expect.stringMatching(/^Root=1-5e5ffe45-[0-9a-f]{24}$/);
  const port = host.split(':')[1];
  expect(event).toEqual({
    resource: '/{form}',
    path: '/ride',
    httpMethod: 'POST',
    headers: {
      'User-Agent': 'test',
      Host: host,
      'X-Amzn-Trace-Id': trace,
      'X-Forwarded-For': expect.stringMatching(/^(::1|127\.0\.0\.1)$/),
      'X-Forwarded-Port': port,
      'X-Forwarded-Proto': 'http',
    },
    multiValueHeaders: {
      'User-Agent': ['test'],
      Host: [host],
      'X-Amzn-Trace-Id': [trace],
      'X-Forwarded-For': [expect.any(String)],
      'X-Forwarded-Port': [port],
      'X-Forwarded-Proto': ['http'],
    },
    queryStringParameters: { limit: '2' },
    multiValueQueryStringParameters: { limit: ['2'] },
    pathParameters: { form: 'ride' },
    stageVariables: null,
    requestContext: {
      resourceId: 'form',
      resourcePath: '/{form}',
      httpMethod: 'POST',
      extendedRequestId: received.headers['x-amz-apigw-id'],
      requestTime: '04/Mar/2020:19:15:17 +0000',
      path: '/v1/ride',
      accountId: '000000000000',
      protocol: 'HTTP/1.1',
      stage: 'v1',
      domainPrefix: 'localhost',
      requestTimeEpoch: at,
      requestId: received.headers['x-amzn-requestid'],
      identity: {
        cognitoIdentityPoolId: null,
        accountId: null,
        cognitoIdentityId: null,
        caller: null,
        sourceIp: expect.stringMatching(/^(::1|127\.0\.0\.1)$/),
        principalOrgId: null,
        accessKey: null,
        cognitoAuthenticationType: null,
        cognitoAuthenticationProvider: null,
        userArn: null,
        userAgent: 'test',
        user: null,
      },
      domainName: host,
      deploymentId: 'deployment180',
      apiId: 'restapi0c43',
    },
    body: '{"a":1}',
    isBase64Encoded: false,
  });
  expect(received.headers['x-amzn-trace-id']).toBe(event.headers['X-Amzn-Trace-Id']);
});

test('absent parts are null', async () => {
  const { event } = await eventOf('/v1/ride');
  expect(event).toMatchObject({
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    body: null,
    requestContext: { identity: { userAgent: null } },
  });
});

test('headers keep their case, except Authorization and User-Agent', async () => {
  const headers = { authorization: 'x', 'USER-AGENT': 'y', 'x-MiXed': 'z', 'content-type': 'a/b' };
  const { event } = await eventOf('/v1/ride', { headers });
  expect(event.headers).toMatchObject({
    Authorization: 'x',
    'User-Agent': 'y',
    'x-MiXed': 'z',
    'content-type': 'a/b',
  });
});

test('a repeated header is a list in multiValueHeaders and its last value in headers', async () => {
  const { event } = await eventOf('/v1/ride', { headers: { 'X-Tag': ['one', 'two'] } });
  expect(event.multiValueHeaders['X-Tag']).toEqual(['one', 'two']);
  expect(event.headers['X-Tag']).toBe('two');
});

test('hop-by-hop headers do not reach the function', async () => {
  const headers = { TE: 'trailers', Connection: 'close', 'Content-MD5': 'x', 'Max-Forwards': '1' };
  const { event } = await eventOf('/v1/ride', { method: 'POST', headers, body: 'hello' });
  const names = Object.keys(event.headers).map((name) => name.toLowerCase());
  for (const name of ['te', 'connection', 'content-md5', 'max-forwards', 'content-length'])
    expect(names).not.toContain(name);
});

test('the gateway appends itself to X-Forwarded-For', async () => {
  const { event } = await eventOf('/v1/ride', { headers: { 'x-forwarded-for': '203.0.113.7' } });
  expect(event.headers['X-Forwarded-For']).toMatch(/^203\.0\.113\.7, (::1|127\.0\.0\.1)$/);
  expect(event.headers).not.toHaveProperty('x-forwarded-for');
});

test('query values are decoded; the last one wins, and all are in the list', async () => {
  const { event } = await eventOf('/v1/ride?a=1+2&a=%C3%A9&flag&b=%zz');
  expect(event.queryStringParameters).toEqual({ a: 'é', flag: '', b: '%zz' });
  expect(event.multiValueQueryStringParameters).toMatchObject({ a: ['1 2', 'é'], flag: [''] });
});

test('the path and its parameters stay URL-encoded', async () => {
  const { event } = await eventOf('/v1/ride/test%2Balias%20x');
  expect(event.path).toBe('/ride/test%2Balias%20x');
  expect(event.pathParameters).toEqual({ form: 'ride', id: 'test%2Balias%20x' });
});

test('a body is text; invalid UTF-8 becomes replacement characters', async () => {
  const umlaut = await eventOf('/v1/ride', { method: 'POST', body: 'Grüße 🦄' });
  expect(umlaut.event.body).toBe('Grüße 🦄');
  const bytes = await eventOf('/v1/ride', { method: 'POST', body: Buffer.from([0x61, 0xff]) });
  expect(bytes.event.body).toBe('a\ufffd');
});
