import { expect, test } from 'vitest';
import { apiFrom } from './rest-api.ts';
import {
  child,
  gatewayResponse,
  method,
  permission,
  preflight,
  resource,
  stage,
  template,
  throttled,
} from '../../testing/test-gateway.ts';

/** `POST /{form}` of the template, as the gateway would serve it. */
function methodOf(resources = template(), httpMethod = 'POST', path = '/{form}') {
  const route = apiFrom(resources).routes.find((it) => it.path === path);
  return route?.methods.get(httpMethod);
}

test('an API has the paths and methods of the template', () => {
  const { routes } = apiFrom(template());
  const routesByPath = routes.map(({ path, methods }) => [path, [...methods.keys()].toSorted()]);
  expect(routesByPath).toEqual([
    ['/', []],
    ['/{form}', ['GET', 'OPTIONS', 'POST']],
    ['/{form}/{id}', ['GET']],
  ]);
});

test('the gateway waits 29 seconds for a function unless the template sets less', () => {
  expect(methodOf()?.target).toMatchObject({ timeoutMilliseconds: 29_000 });
  const shortTimeout = method('POST', 'form', { Integration: { TimeoutInMillis: 500 } });
  expect(methodOf(template(shortTimeout))?.target).toMatchObject({ timeoutMilliseconds: 500 });
});

test('ANY is every method except those declared by name', () => {
  const named = method('PUT', 'form', { AuthorizationType: 'NONE' });
  const any = method('ANY', 'form');
  for (const resources of [template(any, named), template(named, any)]) {
    expect(methodOf(resources, 'DELETE')?.authorizer).toBeDefined();
    expect(methodOf(resources, 'HEAD')?.authorizer).toBeDefined();
    expect(methodOf(resources, 'PUT')?.authorizer).toBeUndefined();
  }
});

test.each([
  ['POST/*', true],
  ['*/*', true],
  ['*', true],
  ['POST/{form}', true],
  ['GET/*', false],
  ['POST/*/*', false],
])('with permission for %s, POST /{form} may invoke the function: %s', (source, isPermitted) => {
  const others = template().filter(({ type }) => type !== 'AWS::Lambda::Permission');
  expect(methodOf([...others, permission(source)])?.target).toMatchObject({ isPermitted });
});

test('a permission for another function, service or action is not enough', () => {
  const others = template().filter(({ type }) => type !== 'AWS::Lambda::Permission');
  const { properties } = permission('*');
  for (const change of [
    { FunctionName: 'arn:aws:lambda:us-east-1:000000000000:function:other' },
    { Principal: 's3.amazonaws.com' },
    { Action: 'lambda:GetFunction' },
  ]) {
    const other = resource('Lambda::Permission', 'p', { ...properties, ...change });
    expect(methodOf([...others, other])?.target).toMatchObject({ isPermitted: false });
  }
});

const on = (type: string, id: string, change: object) => {
  const found = template().find((it) => it.type === `AWS::ApiGateway::${type}` && it.id === id);
  return resource(`ApiGateway::${type}`, id, { ...found?.properties, ...change });
};
const settings = { HttpMethod: '*', ResourcePath: '/*' };

test.each([
  ['Model', resource('ApiGateway::Model', 'm', {})],
  ['RequestValidator', resource('ApiGateway::RequestValidator', 'v', {})],
  ['UsagePlan', resource('ApiGateway::UsagePlan', 'u', {})],
  ['Api', resource('ApiGatewayV2::Api', 'a', {})],
  ['is the second one', resource('ApiGateway::RestApi', 'another', {})],
  ['is the second one', resource('ApiGateway::Stage', 'another', {})],
  ['BinaryMediaTypes', on('RestApi', 'restapi0c43', { BinaryMediaTypes: ['*/*'] })],
  ['Policy', on('RestApi', 'restapi0c43', { Policy: {} })],
  ['Types', on('RestApi', 'restapi0c43', { EndpointConfiguration: { Types: ['PRIVATE'] } })],
  ['StageName', on('Deployment', 'deployment180', { StageName: 'v1' })],
  ['Variables', stage({ Variables: {} })],
  ['CacheClusterEnabled', stage({ CacheClusterEnabled: true })],
  ['MethodSettings', stage({ MethodSettings: [settings, settings] })],
  ['HttpMethod', stage({ MethodSettings: [{ ...settings, ResourcePath: '/~1form' }] })],
  ['HttpMethod', stage({ MethodSettings: [{ ...settings, HttpMethod: 'GET' }] })],
  ['CachingEnabled', stage({ MethodSettings: [{ ...settings, CachingEnabled: true }] })],
  ['ThrottlingBurstLimit', stage({ MethodSettings: [{ ...settings, ThrottlingRateLimit: 1 }] })],
  ['Type', on('Authorizer', 'people', { Type: 'TOKEN' })],
  [
    'IdentitySource',
    on('Authorizer', 'people', { IdentitySource: 'method.request.querystring.t' }),
  ],
  [
    'IdentityValidationExpression',
    on('Authorizer', 'people', { IdentityValidationExpression: '.' }),
  ],
  ['ProviderARNs', on('Authorizer', 'people', { ProviderARNs: [] })],
  ['ParentId', child('stray', 'nowhere', 'stray')],
  ['ResourceId', method('GET', 'nowhere')],
  ['AuthorizerId', method('POST', 'form', { AuthorizerId: 'nobody' })],
  ['AuthorizationType', method('POST', 'form', { AuthorizationType: 'CUSTOM' })],
  ['AuthorizationScopes', method('POST', 'form', { AuthorizationScopes: ['read'] })],
  ['ApiKeyRequired', method('POST', 'form', { ApiKeyRequired: true })],
  ['RequestModels', method('POST', 'form', { RequestModels: {} })],
  ['RequestValidatorId', method('POST', 'form', { RequestValidatorId: 'v' })],
  ['RequestParameters', method('POST', 'form', { RequestParameters: { x: true } })],
  ['Type', method('POST', 'form', { Integration: { Type: 'AWS' } })],
  ['Type', method('POST', 'form', { Integration: { Type: 'HTTP_PROXY' } })],
  ['Credentials', method('POST', 'form', { Integration: { Credentials: 'arn' } })],
  ['TimeoutInMillis', method('POST', 'form', { Integration: { TimeoutInMillis: 29_001 } })],
  [
    'IntegrationHttpMethod',
    method('POST', 'form', { Integration: { IntegrationHttpMethod: 'GET' } }),
  ],
  ['Uri', method('POST', 'form', { Integration: { Uri: 'arn:aws:s3:::bucket' } })],
  ['IntegrationResponses', preflight('form', { IntegrationResponses: [] })],
  [
    'RequestTemplates',
    preflight('form', { RequestTemplates: { 'application/json': '#set($a=1)' } }),
  ],
  [
    'ResponseTemplates',
    preflight('form', { IntegrationResponses: [{ StatusCode: '200', ResponseTemplates: {} }] }),
  ],
  [
    'gatewayresponse.header.X',
    gatewayResponse('UNAUTHORIZED', {
      ResponseParameters: { 'gatewayresponse.header.X': 'context.requestId' },
    }),
  ],
  [
    'ResponseTemplates',
    gatewayResponse('UNAUTHORIZED', {
      ResponseTemplates: { 'application/json': '$context.identity.sourceIp' },
    }),
  ],
  [
    'ResponseTemplates',
    gatewayResponse('UNAUTHORIZED', { ResponseTemplates: { 'text/html': 'no' } }),
  ],
])('%s with an unsupported setting is refused by name', (name, change) => {
  const message = new RegExp(`${change.path} \\(AWS::ApiGateway.*${name.replaceAll('.', '\\.')}`);
  expect(() => apiFrom(template(change))).toThrow(message);
});

test('a template without an API or a stage is refused', () => {
  expect(() => apiFrom([])).toThrow('AWS::ApiGateway::RestApi');
  const withoutStage = template().filter(({ type }) => !type.endsWith('Stage'));
  expect(() => apiFrom(withoutStage)).toThrow('AWS::ApiGateway::Stage');
});

test('the throttles of the stage and of single methods are read; without settings there is none', () => {
  expect(apiFrom(template()).stage.throttles.size).toBe(0);
  const ofForm = { path: '/~1{form}', method: 'POST', rate: 5, burst: 10 };
  const { stage } = apiFrom(template(throttled(500, 1000, ofForm)));
  expect([...stage.throttles]).toEqual([
    ['*', { ratePerSecond: 500, burst: 1000 }],
    ['POST /{form}', { ratePerSecond: 5, burst: 10 }],
  ]);
});
