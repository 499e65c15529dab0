import { STS } from '@aws-sdk/client-sts';
import { expect, test } from 'vitest';
import { testAccount } from '../testing/test-account.ts';

test('every caller is in the local account and may assume any of its roles', async () => {
  const sts = new STS((await testAccount()).client);
  expect(await sts.getCallerIdentity({})).toMatchObject({ Account: '000000000000' });
  const RoleArn = 'arn:aws:iam::000000000000:role/cdk-deploy';
  expect(await sts.assumeRole({ RoleArn, RoleSessionName: 'me' })).toMatchObject({
    Credentials: { SessionToken: expect.any(String), Expiration: expect.any(Date) },
    AssumedRoleUser: { Arn: 'arn:aws:sts::000000000000:assumed-role/cdk-deploy/me' },
  });
});

test('an unsupported operation is refused by name', async () => {
  const sts = new STS((await testAccount()).client);
  await expect(sts.getSessionToken({})).rejects.toThrow(/GetSessionToken/);
});

test('another region is refused, naming the right one', async () => {
  const { client } = await testAccount();
  const elsewhere = new STS({ ...client, region: 'eu-west-1' });
  await expect(elsewhere.getCallerIdentity({})).rejects.toThrow(/AWS_REGION=us-east-1/);
});
