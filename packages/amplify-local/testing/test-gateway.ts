import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFunction } from '../services/lambda/lambda-function.ts';
import type { Resource } from '../template/resource.ts';
import { apiFrom } from '../services/api-gateway/rest-api.ts';
import { startGateway } from '../services/api-gateway/gateway-server.ts';
import { createTokenVerifier } from '../services/cognito/token-verifier.ts';

type Properties = Record<string, unknown>;

export const poolId = 'us-east-1_Ab12Cd34E';
export const clientId = '4k1client2of3the4tests5ab';
const apiId = 'restapi0c43';

/** One resource of the API's stack. */
export function resource(type: string, id: string, properties: Properties): Resource {
  return { path: `api/${id}`, type: `AWS::${type}`, id, properties };
}

/** A method that requires sign-in and invokes the function `greeter`, with a test's changes. */
export function method(httpMethod: string, resourceId: string, changes: Properties = {}): Resource {
  const { Integration, ...others } = changes;
  return resource('ApiGateway::Method', `${resourceId.replace('/', '-')}-${httpMethod}`, {
    AuthorizationType: 'COGNITO_USER_POOLS',
    AuthorizerId: 'people',
    HttpMethod: httpMethod,
    Integration: {
      IntegrationHttpMethod: 'POST',
      Type: 'AWS_PROXY',
      Uri: `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${functionArn('greeter')}/invocations`,
      ...(Integration as Properties),
    },
    ResourceId: resourceId,
    RestApiId: apiId,
    ...others,
  });
}

/** The CORS preflight CDK adds to every resource. */
export function preflight(resourceId: string, changes: Properties = {}): Resource {
  const names = ['Headers', 'Origin', 'Methods', 'Max-Age'];
  const values = [`'Authorization,Content-Type'`, `'*'`, `'GET,POST'`, `'7200'`];
  return resource('ApiGateway::Method', `${resourceId.replace('/', '-')}-OPTIONS`, {
    ApiKeyRequired: false,
    AuthorizationType: 'NONE',
    HttpMethod: 'OPTIONS',
    Integration: {
      IntegrationResponses: [
        {
          ResponseParameters: Object.fromEntries(
            names.map((name, i) => [
              `method.response.header.Access-Control-${name === 'Max-Age' ? '' : 'Allow-'}${name}`,
              values[i],
            ]),
          ),
          StatusCode: '204',
        },
      ],
      RequestTemplates: { 'application/json': '{ statusCode: 200 }' },
      Type: 'MOCK',
      ...changes,
    },
    MethodResponses: [{ StatusCode: '204' }],
    ResourceId: resourceId,
    RestApiId: apiId,
  });
}

export function child(id: string, parentId: string, pathPart: string): Resource {
  return resource('ApiGateway::Resource', id, {
    ParentId: parentId,
    PathPart: pathPart,
    RestApiId: apiId,
  });
}

export function gatewayResponse(type: string, properties: Properties = {}): Resource {
  return resource('ApiGateway::GatewayResponse', type, {
    ResponseParameters: { 'gatewayresponse.header.Access-Control-Allow-Origin': "'*'" },
    ResponseType: type,
    RestApiId: apiId,
    ...properties,
  });
}

export function stage(properties: Properties = {}): Resource {
  return resource('ApiGateway::Stage', 'v1', {
    DeploymentId: 'deployment180',
    RestApiId: apiId,
    StageName: 'v1',
    ...properties,
  });
}

type MethodThrottle = {
  readonly path: string;
  readonly method: string;
  readonly rate: number;
  readonly burst: number;
};

/** A stage with a throttle for all methods, and others for single ones. */
export function throttled(
  rate: number,
  burst: number,
  ...methods: readonly MethodThrottle[]
): Resource {
  const all = { path: '/*', method: '*', rate, burst };
  return stage({
    MethodSettings: [all, ...methods].map((it) => ({
      DataTraceEnabled: false,
      HttpMethod: it.method,
      ResourcePath: it.path,
      ThrottlingBurstLimit: it.burst,
      ThrottlingRateLimit: it.rate,
    })),
  });
}

export function permission(sourcePath: string, functionName = 'greeter'): Resource {
  return resource('Lambda::Permission', `permission-${sourcePath}`, {
    Action: 'lambda:InvokeFunction',
    FunctionName: functionArn(functionName),
    Principal: 'apigateway.amazonaws.com',
    SourceArn: `arn:aws:execute-api:us-east-1:000000000000:${apiId}/v1/${sourcePath}`,
  });
}

/** The resources of a small API: `POST` and `GET /{form}`, `GET /{form}/{id}`. Given ones replace those with the same id. */
export function template(...changes: readonly Resource[]): Resource[] {
  const resources = [
    resource('ApiGateway::RestApi', apiId, {
      EndpointConfiguration: { Types: ['REGIONAL'] },
      Name: 'formstead',
    }),
    resource('ApiGateway::Deployment', 'deployment180', { RestApiId: apiId }),
    stage(),
    resource('ApiGateway::Authorizer', 'people', {
      IdentitySource: 'method.request.header.Authorization',
      Name: 'People',
      ProviderARNs: [`arn:aws:cognito-idp:us-east-1:000000000000:userpool/${poolId}`],
      RestApiId: apiId,
      Type: 'COGNITO_USER_POOLS',
    }),
    child('form', `${apiId}/root`, '{form}'),
    child('id', 'form', '{id}'),
    preflight('form'),
    method('POST', 'form'),
    method('GET', 'form'),
    method('GET', 'id'),
    permission('POST/*'),
    permission('GET/*'),
    ...changes,
  ];
  return [...new Map(resources.map((it) => [it.path, it])).values()];
}

function functionArn(name: string): string {
  return `arn:aws:lambda:us-east-1:000000000000:function:${name}`;
}

/** A user pool that only issues tokens. */
export function createIssuer() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = randomUUID();
  const jwks = {
    keys: [{ ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' }],
  };
  const now = Math.floor(Date.now() / 1000);
  const issued = { iss: `https://cognito-idp.us-east-1.amazonaws.com/${poolId}`, iat: now };
  function sign(claims: object): string {
    const content = `${encoded({ alg: 'RS256', kid })}.${encoded({ ...issued, exp: now + 3600, ...claims })}`;
    return `${content}.${createSign('RSA-SHA256').update(content).sign(privateKey, 'base64url')}`;
  }
  return {
    jwks,
    settings: { poolId, clients: [{ id: clientId }] },
    idToken: (claims: object = {}) =>
      sign({ token_use: 'id', aud: clientId, sub: 'u1', ...claims }),
    accessToken: () => sign({ token_use: 'access', client_id: clientId, sub: 'u1' }),
  };
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

/** Returns the event it got. */
export const echo = `export const handler = async (event) => ({ statusCode: 200, body: JSON.stringify(event) });`;

type Given = {
  readonly resources?: Resource[];
  readonly source?: string;
  readonly timeoutSeconds?: number;
  readonly now?: () => number;
  readonly issuer?: ReturnType<typeof createIssuer>;
};

const onlyIssuer = createIssuer();

/** Starts a gateway for one test, with a function of this source. `whenDone` registers its cleanup. */
export async function openGateway(
  whenDone: (close: () => Promise<void>) => void,
  { resources = template(), source = echo, issuer = onlyIssuer, ...given }: Given = {},
) {
  const lines: string[] = [];
  const log = (line: string) => lines.push(line);
  const greeter = createGreeter(source, given.timeoutSeconds);
  const gateway = await startGateway({
    api: apiFrom(resources),
    functions: new Map([['greeter', greeter]]),
    verifyIdToken: createTokenVerifier(() => issuer),
    port: 0,
    log,
    ...(given.now && { now: given.now }),
  });
  whenDone(async () => {
    await gateway.close();
    await greeter.close();
  });
  const token = issuer.idToken();
  const asPerson = { Authorization: token };
  return {
    gateway,
    greeter,
    lines,
    issuer,
    asPerson,
    /** Sends a request such as `POST /v1/ride`, signed in unless other headers are given. */
    send: (path: string, { headers = asPerson, ...sent }: Sent = {}) =>
      send(new URL(gateway.url).origin, path, { headers, ...sent }),
  };
}

export function createGreeter(source: string, timeoutSeconds = 60) {
  const bundleFolder = mkdtempSync(join(tmpdir(), 'gateway-'));
  writeFileSync(join(bundleFolder, 'index.mjs'), source);
  const settings = {
    name: 'greeter',
    bundleFolder,
    handler: 'index.handler',
    environment: {},
    timeoutSeconds,
    memoryMegabytes: 128,
    runtime: 'nodejs24.x',
  };
  return createFunction(settings, { log: () => {} });
}

type Sent = {
  readonly method?: string;
  readonly headers?: Record<string, string | string[]>;
  readonly body?: string | Buffer;
};

type Received = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly rawHeaders: string[];
  readonly text: string;
};

/** Sends with `node:http`, which keeps the case of headers and the path unchanged. */
export function send(
  origin: string,
  path: string,
  { method = 'GET', headers = {}, body }: Sent = {},
): Promise<Received> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const sent = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          rawHeaders: response.rawHeaders,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
