import { App, Stack } from 'aws-cdk-lib';
import { EventType } from 'aws-cdk-lib/aws-s3';
import { SqsDestination } from 'aws-cdk-lib/aws-s3-notifications';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { expect, onTestFinished, test, vi } from 'vitest';
import { entriesTable } from '../../entries/resource.ts';
import { filesBucket } from '../resource.ts';
import { scanner } from './resource.ts';

type Declared = { readonly Type: string; readonly Properties: Readonly<Record<string, unknown>> };

/** The template of a bucket with notifications, whose files are scanned or not. */
function templateWith(wanted: string | undefined, scan = scanner): readonly Declared[] {
  vi.stubEnv('SCAN_FILES', wanted);
  onTestFinished(() => void vi.unstubAllEnvs());
  // Nothing is bundled.
  const stack = new Stack(new App({ context: { 'aws:cdk:bundling-stacks': [] } }), 'files');
  const bucket = filesBucket(stack);
  const queue = new Queue(stack, 'Notified');
  bucket.addEventNotification(EventType.OBJECT_TAGGING_DELETE, new SqsDestination(queue));
  scan(bucket, entriesTable(stack));
  const app = stack.node.root as App;
  const template = app.synth().getStackByName('files').template as {
    Resources: Record<string, Declared>;
  };
  return Object.values(template.Resources);
}

const propertiesOf = (type: string, resources = templateWith('yes')) =>
  resources.filter(({ Type }) => Type === type).map(({ Properties }) => Properties);

test('without the switch the template is as if there were none', () => {
  const without = templateWith(undefined, () => undefined);
  for (const off of [undefined, '', 'no']) expect(templateWith(off)).toEqual(without);
  expect(without.filter(({ Type }) => /GuardDuty|Events/.test(Type))).toEqual([]);
});

test('any other value stops the deployment, and says which variable it is', () => {
  for (const wanted of ['true', 'YES', '1'])
    expect(() => templateWith(wanted)).toThrow('SCAN_FILES');
});

test(
  'the whole bucket is scanned, and no tags are set, which would replace those of awaited files',
  { tags: 'malware-plan' },
  () => {
    const bucket = expect.objectContaining({ Ref: expect.stringContaining('Files') });
    expect(propertiesOf('AWS::GuardDuty::MalwareProtectionPlan')).toMatchObject([
      {
        Actions: { Tagging: { Status: 'DISABLED' } },
        ProtectedResource: { S3Bucket: { BucketName: bucket } },
      },
    ]);
    const [notified] = propertiesOf('Custom::S3BucketNotifications');
    expect(notified?.['NotificationConfiguration']).toMatchObject({
      EventBridgeConfiguration: {},
      QueueConfigurations: [{}],
    });
  },
);

test(
  'GuardDuty may read objects and manage its own rule, and neither write files nor set tags',
  { tags: 'malware-role' },
  () => {
    const [role] = propertiesOf('AWS::IAM::Role').filter((it) =>
      JSON.stringify(it['AssumeRolePolicyDocument']).includes('guardduty'),
    );
    expect(role?.['AssumeRolePolicyDocument']).toMatchObject({
      Statement: [
        {
          Principal: { Service: 'malware-protection-plan.guardduty.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        },
      ],
    });
    const [policy] = propertiesOf('AWS::IAM::Policy').filter((it) =>
      JSON.stringify(it['PolicyDocument']).includes('events:PutRule'),
    );
    const { Statement } = (policy?.['PolicyDocument'] ?? { Statement: [] }) as {
      Statement: { Action: string | string[]; Resource: unknown; Condition?: object }[];
    };
    const granted = Statement.flatMap(({ Action, Resource }) =>
      [Action].flat().map((it) => {
        const text = JSON.stringify(Resource);
        return `${it} ${/rule\/DO-NOT-DELETE|validation-object|\/\*/.exec(text)?.[0] ?? 'bucket'}`;
      }),
    );
    expect(granted).toEqual([
      'events:PutRule rule/DO-NOT-DELETE',
      'events:DeleteRule rule/DO-NOT-DELETE',
      'events:PutTargets rule/DO-NOT-DELETE',
      'events:RemoveTargets rule/DO-NOT-DELETE',
      'events:DescribeRule rule/DO-NOT-DELETE',
      'events:ListTargetsByRule rule/DO-NOT-DELETE',
      's3:PutBucketNotification bucket',
      's3:GetBucketNotification bucket',
      's3:ListBucket bucket',
      's3:PutObject validation-object',
      's3:GetObject /*',
      's3:GetObjectVersion /*',
    ]);
    expect(Statement[0]?.Condition).toEqual({
      StringLike: { 'events:ManagedBy': 'malware-protection-plan.guardduty.amazonaws.com' },
    });
  },
);

test(
  'results of this bucket go to the function, and to a queue if they cannot be recorded',
  { tags: 'malware-results' },
  () => {
    const resources = templateWith('yes');
    const [rule] = propertiesOf('AWS::Events::Rule', resources);
    expect(rule?.['EventPattern']).toMatchObject({
      source: ['aws.guardduty'],
      'detail-type': ['GuardDuty Malware Protection Object Scan Result'],
      detail: { s3ObjectDetails: { bucketName: [{}] } },
    });
    const [lambda] = propertiesOf('AWS::Lambda::Function', resources).filter((it) =>
      JSON.stringify(it['Environment'])?.includes('FILES_BUCKET'),
    );
    const queue = { 'Fn::GetAtt': [expect.stringMatching(/^UnrecordedScans/), 'Arn'] };
    expect(lambda).toMatchObject({ DeadLetterConfig: { TargetArn: queue } });
    expect(rule?.['Targets']).toMatchObject([{ DeadLetterConfig: { Arn: queue } }]);
  },
);
