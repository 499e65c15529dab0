import { expect, test, vi } from 'vitest';
import { Bucket } from '../../testing/bucket-resources.ts';
import { testS3 } from '../../testing/test-s3.ts';
import { account } from '../../template/arn.ts';
import type { Properties, Resource } from '../../template/resource.ts';
import { notificationsFrom, refuseUnpermitted } from './bucket-notifications.ts';

type Event = {
  readonly Records: readonly {
    readonly eventName: string;
    readonly s3: { readonly object: { readonly key: string } };
  }[];
};

const arn = 'arn:aws:lambda:us-east-1:000000000000:function:resize';

function notification(more: Properties = {}, bucket = Bucket): Resource {
  const LambdaFunctionConfigurations = [
    { Events: ['s3:ObjectCreated:*'], LambdaFunctionArn: arn, ...more },
  ];
  const properties = {
    ServiceToken: 'handler',
    BucketName: bucket,
    NotificationConfiguration: { LambdaFunctionConfigurations },
    Managed: true,
    SkipDestinationValidation: false,
  };
  return { path: 'n', type: 'Custom::S3BucketNotifications', id: 'n', properties };
}

/** A function that notes what it receives. */
function receiver(isFailing = false) {
  const received: string[] = [];
  const payloads: Event[] = [];
  return {
    received,
    payloads,
    resize: {
      async invoke(event: object) {
        const [record] = (event as Event).Records;
        received.push(`${record?.eventName} ${record?.s3.object.key}`);
        payloads.push(event as Event);
        return isFailing
          ? ({ ok: false, reason: 'threw' } as const)
          : ({ ok: true, payload: null } as const);
      },
    },
  };
}

test('a function receives what S3 would send it', async () => {
  const { resize, payloads } = receiver();
  const versioned = { VersioningConfiguration: { Status: 'Enabled' } };
  const { s3 } = await testS3({
    more: [notification({ Id: 'thumbs' })],
    functions: { resize },
    properties: versioned,
  });
  const { VersionId } = await s3.putObject({ Bucket, Key: 'a b/ü+.jpg', Body: 'four' });
  await expect.poll(() => payloads).toHaveLength(1);
  expect(payloads[0]).toMatchObject({
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        eventName: 'ObjectCreated:Put',
        eventTime: expect.stringMatching(/^\d{4}-.*Z$/),
        s3: {
          configurationId: 'thumbs',
          bucket: { name: Bucket, arn: `arn:aws:s3:::${Bucket}` },
          object: {
            key: 'a+b/%C3%BC%2B.jpg',
            size: 4,
            eTag: '8cbad96aced40b3838dd9f07f6ef5772',
            versionId: VersionId,
          },
        },
      },
    ],
  });
});

test('only wanted events of wanted keys are delivered', async () => {
  const { resize, received } = receiver();
  const FilterRules = [
    { Name: 'prefix', Value: 'in/' },
    { Name: 'suffix', Value: '.jpg' },
  ];
  const Events = ['s3:ObjectCreated:Copy', 's3:ObjectRemoved:*'];
  const { s3 } = await testS3({
    more: [notification({ Events, Filter: { Key: { FilterRules } } })],
    functions: { resize },
  });
  await s3.putObject({ Bucket, Key: 'in/a.jpg', Body: 'x' });
  for (const Key of ['in/b.jpg', 'in/b.png', 'out/b.jpg'])
    await s3.copyObject({ Bucket, Key, CopySource: `${Bucket}/in/a.jpg` });
  await s3.deleteObject({ Bucket, Key: 'in/a.jpg' });
  await expect
    .poll(() => received.toSorted())
    .toEqual(['ObjectCreated:Copy in/b.jpg', 'ObjectRemoved:Delete in/a.jpg']);
});

test('a function hears when tags are set and deleted', async () => {
  const { resize, received } = receiver();
  const { s3 } = await testS3({
    more: [notification({ Events: ['s3:ObjectTagging:Put', 's3:ObjectTagging:Delete'] })],
    functions: { resize },
  });
  await s3.putObject({ Bucket, Key: 'k', Body: 'x', Tagging: 'a=b' });
  await s3.putObjectTagging({ Bucket, Key: 'k', Tagging: { TagSet: [{ Key: 'c', Value: 'd' }] } });
  await s3.deleteObjectTagging({ Bucket, Key: 'k' });
  await expect
    .poll(() => received.toSorted())
    .toEqual(['ObjectTagging:Delete k', 'ObjectTagging:Put k']);
});

test('a function that fails gets the event twice more, and then it is dropped', async () => {
  const { resize, received } = receiver(true);
  const { s3, logged } = await testS3({ more: [notification()], functions: { resize } });
  await s3.putObject({ Bucket, Key: 'secret-name', Body: 'x' });
  await expect
    .poll(() => logged)
    .toEqual(['S3: an event was dropped, because resize failed 3 times.']);
  expect(received).toHaveLength(3);
});

test('an event that was not delivered before the end is delivered after the next start', async () => {
  const invoke = vi.fn(() => new Promise<never>(() => {}));
  const it = await testS3({ more: [notification()], functions: { resize: { invoke } } });
  await it.s3.putObject({ Bucket, Key: 'k', Body: 'x' });
  await expect.poll(() => invoke.mock.calls).toHaveLength(1);
  const { resize, received } = receiver();
  await it.restart({ functions: { resize } });
  await expect.poll(() => received).toEqual(['ObjectCreated:Put k']);
});

test('a change that fails has no event', async () => {
  const { resize, received } = receiver();
  const { s3 } = await testS3({ more: [notification()], functions: { resize } });
  await expect(
    s3.putObject({ Bucket, Key: 'k', Body: 'x', ContentMD5: 'AAAAAAAAAAAAAAAAAAAAAA==' }),
  ).rejects.toThrow();
  await s3.putObject({ Bucket, Key: 'l', Body: 'x' });
  await expect.poll(() => received).toEqual(['ObjectCreated:Put l']);
});

function permission(SourceArn: string, SourceAccount = account): Resource {
  return {
    path: 'p',
    type: 'AWS::Lambda::Permission',
    id: 'p',
    properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: arn,
      Principal: 's3.amazonaws.com',
      SourceArn,
      SourceAccount,
    },
  };
}

test('notifications that S3 could not deliver are refused before anything starts', () => {
  refuseUnpermitted([notification(), permission(`arn:aws:s3:::${Bucket}`)]);
  expect(() => refuseUnpermitted([notification()])).toThrow('pictures may not call resize');
  expect(() => refuseUnpermitted([notification(), permission('arn:aws:s3:::other')])).toThrow(
    'may not call',
  );
  const ofAnother = permission(`arn:aws:s3:::${Bucket}`, '111111111111');
  expect(() => refuseUnpermitted([notification(), ofAnother])).toThrow('may not call');
});

test.each<[string, Properties]>([
  ['ObjectRestore', { Events: ['s3:ObjectRestore:*'] }],
  ['QueueArn', { QueueArn: 'q' }],
])('a notification with %s is refused by name', (what, more) => {
  expect(() => notificationsFrom([notification(more)])).toThrow(what);
});
