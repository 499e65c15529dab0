import { Stack } from 'aws-cdk-lib';
import { Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

const guardDuty = 'malware-protection-plan.guardduty.amazonaws.com';

/** The object with which GuardDuty tries whether it may scan the bucket. */
const triedWith = 'malware-protection-resource-validation-object';

/**
 * The role with which GuardDuty scans the bucket. It has what AWS's documentation requires, without the permissions to
 * set tags, and for keys of KMS:
 * https://docs.aws.amazon.com/guardduty/latest/ug/malware-protection-s3-iam-policy-prerequisite.html
 */
export function scanRole(scope: Construct, bucket: Bucket): { role: Role; policy: Policy } {
  const { account } = Stack.of(scope);
  const role = new Role(scope, 'MalwareScanRole', {
    assumedBy: new ServicePrincipal(guardDuty, {
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    }),
  });
  const rule = Stack.of(scope).formatArn({
    service: 'events',
    resource: 'rule',
    resourceName: 'DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*',
  });
  // The rule that notifies GuardDuty of new objects is its own.
  const statements = [
    new PolicyStatement({
      actions: ['events:PutRule', 'events:DeleteRule', 'events:PutTargets', 'events:RemoveTargets'],
      resources: [rule],
      conditions: { StringLike: { 'events:ManagedBy': guardDuty } },
    }),
    new PolicyStatement({
      actions: ['events:DescribeRule', 'events:ListTargetsByRule'],
      resources: [rule],
    }),
    new PolicyStatement({
      actions: ['s3:PutBucketNotification', 's3:GetBucketNotification', 's3:ListBucket'],
      resources: [bucket.bucketArn],
    }),
    new PolicyStatement({
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects(triedWith)],
    }),
    new PolicyStatement({
      actions: ['s3:GetObject', 's3:GetObjectVersion'],
      resources: [bucket.arnForObjects('*')],
    }),
  ];
  const policy = new Policy(scope, 'MalwareScanPolicy', { roles: [role], statements });
  return { role, policy };
}
