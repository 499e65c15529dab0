import { expect, onTestFinished, test } from 'vitest';
import {
  child,
  gatewayResponse,
  method,
  openGateway,
  permission,
  send,
  template,
} from '../../testing/test-gateway.ts';

const missing = '{"message":"Missing Authentication Token"}';

test.each([
  ['an unknown path', 'GET', '/v1/a/b/c'],
  ['the root, which has no method', 'GET', '/v1'],
  ['an empty parameter', 'GET', '/v1/ride//'],
  ['a method the path does not have', 'PATCH', '/v1/ride'],
  ['HEAD, which GET does not answer', 'HEAD', '/v1/ride'],
])('%s is 403 and names a missing token', async (_, httpMethod, path) => {
  const { send } = await openGateway(onTestFinished);
  const { status, headers, text } = await send(path, { method: httpMethod });
  expect(status).toBe(403);
  expect(headers).toMatchObject({
    'content-type': 'application/json',
    'x-amzn-errortype': 'MissingAuthenticationTokenException',
    'x-amzn-requestid': expect.stringMatching(/^[0-9a-f-]{36}$/),
    'x-amz-apigw-id': expect.stringMatching(/^[\w+/]{15}=$/),
  });
  expect(text).toBe(httpMethod === 'HEAD' ? '' : missing);
});

test.each(['/', '/v2/ride', '/v1ride', '/ride'])(
  '%s, which is outside the stage, is forbidden and not customised',
  async (path) => {
    const { send } = await openGateway(onTestFinished, {
      resources: template(gatewayResponse('DEFAULT_4XX')),
    });
    const { status, headers, text } = await send(path);
    expect([status, text]).toEqual([403, '{"message":"Forbidden"}']);
    expect(headers).toMatchObject({ 'x-amzn-errortype': 'ForbiddenException' });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  },
);

test('a trailing slash is ignored for the route and kept in the path', async () => {
  const { send } = await openGateway(onTestFinished);
  const { status, text } = await send('/v1/ride/');
  expect(status).toBe(200);
  expect(JSON.parse(text)).toMatchObject({ resource: '/{form}', path: '/ride/' });
});

test.each([
  ['/v1/ride/summary', '/{form}/summary', { form: 'ride' }],
  ['/v1/ride/7', '/{form}/{id}', { form: 'ride', id: '7' }],
  ['/v1/ride/7/a/b', '/{form}/{proxy+}', { form: 'ride', proxy: '7/a/b' }],
])('%s goes to %s, the most specific path', async (path, resource, pathParameters) => {
  const { send } = await openGateway(onTestFinished, {
    resources: template(
      child('proxy', 'form', '{proxy+}'),
      child('summary', 'form', 'summary'),
      method('GET', 'proxy'),
      method('GET', 'summary'),
    ),
  });
  const { text } = await send(path);
  expect(JSON.parse(text)).toMatchObject({ resource, pathParameters });
});

test('ANY answers HEAD, without a body', async () => {
  const { send } = await openGateway(onTestFinished, {
    resources: template(method('ANY', 'form'), permission('*')),
  });
  expect(await send('/v1/ride', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
});

test('a preflight is answered by the template, without a token and without the function', async () => {
  const { send } = await openGateway(onTestFinished, { source: `throw new Error('not called')` });
  const { status, headers, text } = await send('/v1/ride', { method: 'OPTIONS', headers: {} });
  expect([status, text]).toEqual([204, '']);
  expect(headers).toMatchObject({
    'access-control-allow-headers': 'Authorization,Content-Type',
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET,POST',
    'access-control-max-age': '7200',
  });
});

test('both loopback addresses answer, as localhost may be either', async () => {
  const { gateway, asPerson } = await openGateway(onTestFinished);
  const { port } = new URL(gateway.url);
  expect(gateway.url).toBe(`http://localhost:${port}/v1/`);
  for (const host of ['127.0.0.1', 'localhost'])
    expect(await send(`http://${host}:${port}`, '/v1/ride', { headers: asPerson })).toMatchObject({
      status: 200,
    });
});
