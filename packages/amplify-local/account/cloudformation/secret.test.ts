import { SSM } from '@aws-sdk/client-ssm';
import { expect, test } from 'vitest';
import { zip } from '../../testing/test-zip.ts';
import { backend, Bucket, deployments } from '../../testing/test-stack.ts';

const Name = '/amplify/formstead/me-sandbox-0/KEY';
const sharedPath = '/amplify/shared/formstead/KEY';

/** Reads secrets as Amplify's code in a bundle does, at every invocation. */
const source = `
  const { SSM } = await import('@aws-sdk/client-ssm');
  export const handler = async ({ names }) => {
    const { KEY } = JSON.parse(process.env.AMPLIFY_SSM_ENV_CONFIG);
    const input = { Names: names ?? [KEY.path], WithDecryption: true };
    const { Parameters } = await new SSM({ maxAttempts: 1 }).getParameters(input).catch(({ name }) => ({ Parameters: [{ Value: name }] }));
    return Parameters.map(({ Value }) => Value);
  };`;

function withMailer() {
  const Resource = [Name, sharedPath].map(
    (it) => `arn:aws:ssm:us-east-1:000000000000:parameter${it}`,
  );
  const Statement = [{ Effect: 'Allow', Action: 'ssm:GetParameters', Resource }];
  const config = JSON.stringify({ KEY: { path: Name, sharedPath } });
  return backend({
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: { Policies: [{ PolicyName: 'own', PolicyDocument: { Statement } }] },
    },
    Mailer: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        FunctionName: 'mailer',
        Code: { S3Bucket: Bucket, S3Key: 'code.zip' },
        Handler: 'index.handler',
        Runtime: 'nodejs24.x',
        Timeout: 60,
        Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
        Environment: { Variables: { AMPLIFY_SSM_ENV_CONFIG: config } },
      },
    },
  });
}

async function accountWithMailer() {
  const it = await deployments();
  await it.s3.putObject({
    Bucket,
    Key: 'code.zip',
    Body: zip([{ path: 'index.mjs', text: source }]),
  });
  expect(await it.create(withMailer())).toMatchObject({ StackStatus: 'CREATE_COMPLETE' });
  const ssm = new SSM(it.account.client);
  return {
    set: (Value: string) =>
      ssm.putParameter({ Name, Value, Type: 'SecureString', Overwrite: true }),
    ssm,
    invoke: async (event: object = {}): Promise<unknown> => {
      const url = `${it.account.url}/2015-03-31/functions/mailer/invocations`;
      const answer = await fetch(url, { method: 'POST', body: JSON.stringify(event) });
      return answer.json();
    },
  };
}

test('a function from an uploaded bundle reads the current value of its secret', async () => {
  const { invoke, set } = await accountWithMailer();
  expect(await invoke()).toEqual([]);
  await set('one');
  expect(await invoke()).toEqual(['one']);
  await set('two');
  expect(await invoke()).toEqual(['two']);
});

test('a function may not read another function’s secret', async () => {
  const { invoke, ssm } = await accountWithMailer();
  const other = '/amplify/formstead/me-sandbox-0/OTHER';
  await ssm.putParameter({ Name: other, Value: 'not yours', Type: 'SecureString' });
  expect(await invoke({ names: [other] })).toEqual(['AccessDeniedException']);
});
