import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { routes } from '#core/routes.ts';
import { statementsOf } from '../local/iam/role.ts';
import { readAssembly } from '../local/template/assembly.ts';
import { resolveAssembly, type Backend } from '../local/template/resolve.ts';
import type { Resource } from '../local/template/resource.ts';
import { synthesize, type Deployment } from '../local/template/synthesize.ts';

let sandbox: Backend;
let production: Backend;
let preview: Backend;

beforeAll(async () => {
  sandbox = await synthesized({});
  production = await synthesized({ type: 'branch', name: 'main' });
  preview = await synthesized({ type: 'branch', name: 'pr-7' });
});

async function synthesized(deployment: Deployment): Promise<Backend> {
  const folder = join(mkdtempSync(join(tmpdir(), 'formstead-backend-')), 'cdk.out');
  expect(await synthesize(folder, deployment)).toEqual({ ok: true });
  return resolveAssembly(readAssembly(folder));
}

function allOf({ resources }: Backend, type: string): readonly Resource[] {
  return resources.filter((it) => it.type === type);
}

function only(backend: Backend, type: string): Resource {
  const [first, ...others] = allOf(backend, type);
  expect(others).toEqual([]);
  return first ?? expect.fail(`no ${type}`);
}

test('every method but OPTIONS asks for a token of our user pool', () => {
  const { id: authorizer, properties } = only(sandbox, 'AWS::ApiGateway::Authorizer');
  const pool = only(sandbox, 'AWS::Cognito::UserPool');
  expect(properties).toMatchObject({
    Type: 'COGNITO_USER_POOLS',
    ProviderARNs: [`arn:aws:cognito-idp:us-east-1:000000000000:userpool/${pool.id}`],
  });
  const methods = allOf(sandbox, 'AWS::ApiGateway::Method').map((it) => it.properties);
  const open = methods.filter((it) => it['HttpMethod'] === 'OPTIONS');
  const guarded = methods.filter((it) => it['HttpMethod'] !== 'OPTIONS');
  expect(guarded).toHaveLength(Object.keys(routes).length);
  for (const method of guarded)
    expect(method).toMatchObject({
      AuthorizationType: 'COGNITO_USER_POOLS',
      AuthorizerId: authorizer,
    });
  for (const method of open) expect(method['Integration']).toMatchObject({ Type: 'MOCK' });
});

test('the function may do what the store does, on its table, and nothing else there', () => {
  const lambda = only(sandbox, 'AWS::Lambda::Function');
  const table = `arn:aws:dynamodb:us-east-1:000000000000:table/${only(sandbox, 'AWS::DynamoDB::Table').id}`;
  const onTables = statementsOf(String(lambda.properties['Role']), sandbox.resources).filter(
    ({ Action }) => JSON.stringify(Action).includes('dynamodb'),
  );
  expect(onTables).toEqual([
    {
      Effect: 'Allow',
      Action: ['dynamodb:PutItem', 'dynamodb:GetItem', 'dynamodb:UpdateItem', 'dynamodb:Query'],
      Resource: table,
    },
    { Effect: 'Allow', Action: 'dynamodb:Query', Resource: `${table}/index/byForm` },
  ]);
});

test('no policy of ours names every resource, or an email service', () => {
  const policies = [...allOf(sandbox, 'AWS::IAM::Policy'), ...allOf(sandbox, 'AWS::IAM::Role')];
  const said = JSON.stringify(
    policies.map((it) => it.properties['PolicyDocument'] ?? it.properties['Policies'] ?? []),
  );
  expect(policies.length).toBeGreaterThan(3);
  expect(said).not.toMatch(/"Resource":\s*\[?"\*"/);
  expect(said).not.toMatch(/"ses:|:Scan"|"dynamodb:\*"/);
});

test('a function’s one managed policy writes its logs', () => {
  const lambda = only(sandbox, 'AWS::Lambda::Function');
  const role = allOf(sandbox, 'AWS::IAM::Role').find((it) =>
    String(lambda.properties['Role']).endsWith(`/${it.id}`),
  );
  // The only `*`: CloudWatch names a function's log streams after the policy is written.
  expect(role?.properties['ManagedPolicyArns']).toEqual([
    'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
  ]);
});

test('the table is paid by request, restorable, streamed, and forgets what has expired', () => {
  expect(only(sandbox, 'AWS::DynamoDB::Table').properties).toMatchObject({
    BillingMode: 'PAY_PER_REQUEST',
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
    TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    GlobalSecondaryIndexes: [{ IndexName: 'byForm', Projection: { ProjectionType: 'ALL' } }],
  });
});

function protection(backend: Backend): unknown[] {
  return [
    only(backend, 'AWS::DynamoDB::Table').properties['DeletionProtectionEnabled'],
    only(backend, 'AWS::Cognito::UserPool').properties['DeletionProtection'],
  ];
}

test('only the production branch protects its table and its accounts', () => {
  expect(protection(production)).toEqual([true, 'ACTIVE']);
  expect(protection(preview)).toEqual([false, 'INACTIVE']);
  expect(protection(sandbox)).toEqual([false, 'INACTIVE']);
});

test('people sign themselves up by email, with twelve characters or more', () => {
  expect(only(sandbox, 'AWS::Cognito::UserPool').properties).toMatchObject({
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: false },
    UsernameAttributes: ['email'],
    AutoVerifiedAttributes: ['email'],
    Policies: { PasswordPolicy: { MinimumLength: 12 } },
  });
  expect(only(sandbox, 'AWS::Cognito::UserPoolGroup').properties['GroupName']).toBe('owners');
});

test('nobody gets AWS credentials without signing in, and no sign-in page leads elsewhere', () => {
  expect(
    only(sandbox, 'AWS::Cognito::IdentityPool').properties['AllowUnauthenticatedIdentities'],
  ).toBe(false);
  expect(only(sandbox, 'AWS::Cognito::UserPoolClient').properties).not.toHaveProperty(
    'CallbackURLs',
  );
});

test('the function runs Node 24 on arm64, with its table’s name', () => {
  expect(only(sandbox, 'AWS::Lambda::Function').properties).toMatchObject({
    Runtime: 'nodejs24.x',
    Architectures: ['arm64'],
    Environment: { Variables: { TABLE_NAME: only(sandbox, 'AWS::DynamoDB::Table').id } },
  });
});

test('the gateway’s own refusals can be read by a browser', () => {
  const responses = allOf(sandbox, 'AWS::ApiGateway::GatewayResponse').map((it) => it.properties);
  expect(responses.map((it) => String(it['ResponseType'])).toSorted()).toEqual([
    'DEFAULT_4XX',
    'DEFAULT_5XX',
  ]);
  for (const response of responses)
    expect(response['ResponseParameters']).toMatchObject({
      'gatewayresponse.header.Access-Control-Allow-Origin': "'*'",
      'gatewayresponse.header.Access-Control-Expose-Headers':
        expect.stringContaining('Retry-After'),
    });
});

test('the API is throttled, and leaves the account’s logging role alone', () => {
  expect(only(sandbox, 'AWS::ApiGateway::Stage').properties['MethodSettings']).toMatchObject([
    { ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000 },
  ]);
  expect(allOf(sandbox, 'AWS::ApiGateway::Account')).toEqual([]);
});
