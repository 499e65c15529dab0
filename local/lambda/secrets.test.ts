import { expect, test } from 'vitest';
import type { Resource } from '../template/resource.ts';
import { secretsOf } from './secrets.ts';

const paths = { path: '/amplify/app/main/KEY', sharedPath: '/amplify/shared/app/KEY' };

function aBackend(config: object, mayRead: readonly string[]): [Resource, readonly Resource[]] {
  const Variables = { KEY: '<later>', AMPLIFY_SSM_ENV_CONFIG: JSON.stringify(config) };
  const lambda = {
    path: 'mail/Mail',
    type: 'AWS::Lambda::Function',
    id: 'mail',
    properties: { Role: 'MailRole', Environment: { Variables } },
  };
  const Statement = {
    Effect: 'Allow',
    Action: 'ssm:GetParameters',
    Resource: mayRead.map((it) => `arn:aws:ssm:us-east-1:000000000000:parameter${it}`),
  };
  const Policies = [{ PolicyDocument: { Statement } }];
  const role = {
    path: 'mail/Role',
    type: 'AWS::IAM::Role',
    id: 'MailRole',
    properties: { Policies },
  };
  return [lambda, [lambda, role]];
}

test('a secret has a local value, and there is nothing left to ask for', () => {
  expect(secretsOf(...aBackend({ KEY: paths }, Object.values(paths)))).toEqual({
    KEY: 'local',
    AMPLIFY_SSM_ENV_CONFIG: '{}',
  });
});

test('a function without secrets gets none', () => {
  expect(secretsOf(...aBackend({}, []))).toEqual({});
});

test('a role that may not read the secret is told of', () => {
  expect(() => secretsOf(...aBackend({ KEY: paths }, [paths.path]))).toThrow(
    /mail may not read its secret \/amplify\/shared\/app\/KEY/,
  );
});
