import { expect, test } from 'vitest';
import { secretsOf } from './function-secrets.ts';

const paths = { path: '/amplify/app/main/KEY', sharedPath: '/amplify/shared/app/KEY' };

function backendWithSecrets(
  config: object,
  mayRead: readonly string[],
): Parameters<typeof secretsOf> {
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
  return [lambda, { resources: [lambda, role] }];
}

test('a secret has a local value, so the bundle fetches none', () => {
  expect(secretsOf(...backendWithSecrets({ KEY: paths }, Object.values(paths)))).toEqual({
    KEY: 'local',
    AMPLIFY_SSM_ENV_CONFIG: '{}',
  });
});

test('a function without secrets gets none', () => {
  expect(secretsOf(...backendWithSecrets({}, []))).toEqual({});
});

test('a role that may not read the secret is refused', () => {
  expect(() => secretsOf(...backendWithSecrets({ KEY: paths }, [paths.path]))).toThrow(
    /mail may not read its secret \/amplify\/shared\/app\/KEY/,
  );
});

test('with a Parameter Store, the function gets its address and fetches the secret', () => {
  const [lambda, { resources }] = backendWithSecrets({ KEY: paths }, Object.values(paths));
  expect(secretsOf(lambda, { resources, parametersUrl: 'http://127.0.0.1:1' })).toEqual({
    AWS_ENDPOINT_URL_SSM: 'http://127.0.0.1:1',
  });
});
