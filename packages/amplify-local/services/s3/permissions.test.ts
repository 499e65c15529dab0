import { expect, test } from 'vitest';
import { allow, Bucket, bucketResources } from '../../testing/bucket-resources.ts';
import { testS3 } from '../../testing/test-s3.ts';
import { bucketsFrom } from './bucket-settings.ts';
import type { Statement } from '../iam/policy-statement.ts';
import type { Resource } from '../../template/resource.ts';

const Body = 'a picture';
const denied = expect.objectContaining({ name: 'AccessDenied' });

function policy(...statements: object[]): Resource {
  const properties = { Bucket, PolicyDocument: { Version: '2012-10-17', Statement: statements } };
  return { path: 'policy', type: 'AWS::S3::BucketPolicy', id: 'policy', properties };
}

test('a function may do what its role allows, and no more', async () => {
  const { s3, logged } = await testS3({
    statements: [allow(['s3:PutObject', 's3:GetObject'], '/mine/*'), allow('s3:ListBucket')],
  });
  await s3.putObject({ Bucket, Key: 'mine/k', Body });
  await s3.getObject({ Bucket, Key: 'mine/k' });
  await expect(s3.putObject({ Bucket, Key: 'theirs/k', Body })).rejects.toThrow('s3:PutObject');
  await expect(s3.deleteObject({ Bucket, Key: 'mine/k' })).rejects.toThrow(denied);
  await expect(s3.putObject({ Bucket, Key: 'mine/k', Body, Tagging: 'a=b' })).rejects.toThrow(
    's3:PutObjectTagging',
  );
  await expect(
    s3.copyObject({ Bucket, Key: 'mine/l', CopySource: `${Bucket}/theirs/k` }),
  ).rejects.toThrow('s3:GetObject');
  expect(logged).toContain(
    'IAM: uploader is not authorized to perform: s3:DeleteObject on resource: pictures because no identity-based policy allows the s3:DeleteObject action',
  );
  expect(logged.join()).not.toContain('mine/k');
});

test('who may not list a bucket does not learn what it lacks', async () => {
  const { s3 } = await testS3({ statements: [allow('s3:GetObject', '/*')] });
  await expect(s3.getObject({ Bucket, Key: 'k' })).rejects.toThrow(denied);
});

test('each key of DeleteObjects is authorized for itself', async () => {
  const { s3 } = await testS3({ statements: [allow('s3:DeleteObject', '/mine/*')] });
  const Delete = { Objects: [{ Key: 'mine/k' }, { Key: 'theirs/k' }] };
  expect(await s3.deleteObjects({ Bucket, Delete })).toMatchObject({
    Deleted: [{ Key: 'mine/k' }],
    Errors: [{ Key: 'theirs/k', Code: 'AccessDenied' }],
  });
});

test('listing may be limited to a prefix, as Amplify does', async () => {
  const Condition = { StringLike: { 's3:prefix': ['mine/*', 'mine/'] } };
  const { s3 } = await testS3({ statements: [{ ...allow('s3:ListBucket'), Condition }] });
  await s3.listObjectsV2({ Bucket, Prefix: 'mine/' });
  await expect(s3.listObjectsV2({ Bucket, Prefix: 'theirs/' })).rejects.toThrow(denied);
  await expect(s3.listObjectsV2({ Bucket })).rejects.toThrow(denied);
});

test('the bucket’s own policy can deny and allow; one that requires TLS changes nothing here', async () => {
  const tls = {
    Effect: 'Deny',
    Action: 's3:*',
    Principal: { AWS: '*' },
    Resource: '*',
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
  const noDeletion = { Effect: 'Deny', Action: 's3:DeleteObject', Principal: '*', Resource: '*' };
  const AWS = 'arn:aws:iam::000000000000:role/uploader-role';
  const reading = { ...allow('s3:GetObject', '/*'), Principal: { AWS } };
  const { s3 } = await testS3({
    statements: [allow(['s3:PutObject', 's3:DeleteObject'], '/*')],
    more: [policy(tls, noDeletion, reading)],
  });
  await s3.putObject({ Bucket, Key: 'k', Body });
  await s3.getObject({ Bucket, Key: 'k' });
  await expect(s3.deleteObject({ Bucket, Key: 'k' })).rejects.toThrow('explicit deny');
});

test.each<[string, readonly Resource[]]>([
  [
    'allows everybody',
    bucketResources({ more: [policy({ ...allow('s3:GetObject', '/*'), Principal: '*' })] }),
  ],
  [
    'NotPrincipal',
    bucketResources({ more: [policy({ ...allow('s3:GetObject', '/*'), NotPrincipal: '*' })] }),
  ],
  [
    'PublicAccessBlockConfiguration.BlockPublicAcls',
    bucketResources({ properties: { PublicAccessBlockConfiguration: { BlockPublicAcls: false } } }),
  ],
  ['WebsiteConfiguration', bucketResources({ properties: { WebsiteConfiguration: {} } })],
  [
    'aws:kms',
    bucketResources({
      properties: {
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } },
          ],
        },
      },
    }),
  ],
])('a bucket is refused before it starts: %s', (what, resources) => {
  const problem = what === 'NotPrincipal' ? 'has no Principal' : what;
  expect(() => bucketsFrom(resources)).toThrow(problem);
});

const everyOperation: Statement = { Effect: 'Allow', Action: '*', Resource: '*' };

test('a role that may do everything may do it', async () => {
  const { s3 } = await testS3({ statements: [everyOperation] });
  await s3.headBucket({ Bucket });
  expect(await s3.getBucketVersioning({ Bucket })).not.toHaveProperty('Status');
});
