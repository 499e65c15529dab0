import { statSync } from 'node:fs';
import { join } from 'node:path';
import { SSM } from '@aws-sdk/client-ssm';
import { expect, test } from 'vitest';
import { testAccount } from '../testing/test-account.ts';

const prefix = '/amplify/formstead/me-sandbox-0';
const Name = `${prefix}/KEY`;

test('a secret has versions and exists until it is deleted', async () => {
  const ssm = new SSM((await testAccount()).client);
  const put = (Value: string) =>
    ssm.putParameter({ Name, Value, Type: 'SecureString', Overwrite: true });
  expect(await put('one')).toMatchObject({ Version: 1 });
  expect(await put('two')).toMatchObject({ Version: 2 });
  expect(await ssm.getParameter({ Name, WithDecryption: true })).toMatchObject({
    Parameter: { Name, Value: 'two', Version: 2, LastModifiedDate: expect.any(Date) },
  });
  await ssm.deleteParameter({ Name });
  await expect(ssm.getParameter({ Name })).rejects.toThrow(
    expect.objectContaining({ name: 'ParameterNotFound' }),
  );
  await expect(ssm.deleteParameter({ Name })).rejects.toThrow(
    expect.objectContaining({ name: 'ParameterNotFound' }),
  );
});

test('a secret is returned only when asked for with decryption', async () => {
  const ssm = new SSM((await testAccount()).client);
  await ssm.putParameter({ Name, Value: 'secret', Type: 'SecureString' });
  expect((await ssm.getParameter({ Name })).Parameter?.Value).not.toContain('secret');
});

test('an existing parameter is not overwritten unless asked', async () => {
  const ssm = new SSM((await testAccount()).client);
  await ssm.putParameter({ Name, Value: 'one', Type: 'String' });
  await expect(ssm.putParameter({ Name, Value: 'two', Type: 'String' })).rejects.toThrow(
    expect.objectContaining({ name: 'ParameterAlreadyExists' }),
  );
});

test('parameters are listed by path, without paths that only begin the same', async () => {
  const ssm = new SSM((await testAccount()).client);
  for (const name of [Name, `${prefix}/deeper/KEY`, `${prefix}0/KEY`])
    await ssm.putParameter({ Name: name, Value: 'x', Type: 'String' });
  const names = async (Recursive: boolean) =>
    (await ssm.getParametersByPath({ Path: prefix, Recursive })).Parameters?.map((it) => it.Name);
  expect(await names(false)).toEqual([Name]);
  expect(await names(true)).toEqual([Name, `${prefix}/deeper/KEY`]);
});

test('several can be read or deleted at once; missing ones are listed', async () => {
  const ssm = new SSM((await testAccount()).client);
  await ssm.putParameter({ Name, Value: 'x', Type: 'String' });
  expect(await ssm.getParameters({ Names: [Name, '/none'] })).toMatchObject({
    Parameters: [{ Name }],
    InvalidParameters: ['/none'],
  });
  expect(await ssm.deleteParameters({ Names: [Name, '/none'] })).toMatchObject({
    DeletedParameters: [Name],
    InvalidParameters: ['/none'],
  });
});

test('secrets survive a restart, in a file that only its owner may read', async () => {
  const account = await testAccount();
  await new SSM(account.client).putParameter({ Name, Value: 'x', Type: 'SecureString' });
  const { client, folder } = await account.restart();
  const { Parameter } = await new SSM(client).getParameter({ Name, WithDecryption: true });
  expect(Parameter).toMatchObject({ Value: 'x', Version: 1 });
  if (process.platform !== 'win32')
    expect(statSync(join(folder, 'parameters.json')).mode & 0o077).toBe(0);
});

test('the account is bootstrapped for CDK, and unsupported operations are refused by name', async () => {
  const ssm = new SSM((await testAccount()).client);
  const { Parameter } = await ssm.getParameter({ Name: '/cdk-bootstrap/hnb659fds/version' });
  expect(Number(Parameter?.Value)).toBeGreaterThanOrEqual(21);
  await expect(ssm.describeParameters({})).rejects.toThrow(/DescribeParameters/);
  await expect(ssm.putParameter({ Name: 'a b', Value: 'x', Type: 'String' })).rejects.toThrow(
    expect.objectContaining({ name: 'ValidationException' }),
  );
});
