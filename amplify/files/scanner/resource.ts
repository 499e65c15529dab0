import { Duration, Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { CfnMalwareProtectionPlan } from 'aws-cdk-lib/aws-guardduty';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { failureQueue } from '../../entries/stream-consumer.ts';
import { declareFunction } from '../../plain-function.ts';
import { scanEvents } from './scan-event.ts';
import { scanRole } from '../scan-role/resource.ts';

/** What scans the files, and the results that could not be recorded. */
export type Scanner = {
  readonly plan: CfnMalwareProtectionPlan;
  readonly bucket: Bucket;
  readonly unrecorded: Queue;
};

/**
 * Has GuardDuty scan each object of the bucket for malware, if somebody asks for it, and a function record the results:
 * docs/decisions/0076-malware.md. It sets no tags, since those of a file say whether it is awaited.
 */
export function scanner(bucket: Bucket, table: Table): Scanner | undefined {
  const wanted = process.env['SCAN_FILES'] ?? '';
  if (wanted === '' || wanted === 'no') return undefined;
  if (wanted !== 'yes') throw new Error('SCAN_FILES is yes or no, or not set: docs/deploy.md.');
  const scope = Stack.of(bucket);
  const { role, policy } = scanRole(scope, bucket);
  const plan = new CfnMalwareProtectionPlan(scope, 'MalwareScan', {
    role: role.roleArn,
    protectedResource: { s3Bucket: { bucketName: bucket.bucketName } },
    actions: { tagging: { status: 'DISABLED' } },
  });
  plan.node.addDependency(policy);
  // GuardDuty switches it on too. CDK writes the bucket's notifications as a whole, and would switch it off again.
  bucket.enableEventBridgeNotification();
  return { plan, bucket, unrecorded: recordResults(scope, bucket, table) };
}

/** @returns where the results go that could not be recorded */
function recordResults(scope: Stack, bucket: Bucket, table: Table): Queue {
  const unrecorded = failureQueue(scope, 'UnrecordedScans');
  const handler = declareFunction(scope, 'scanner', {
    folder: import.meta.dirname,
    memorySize: 256,
    timeout: Duration.seconds(30),
    failures: unrecorded,
  });
  handler.addEnvironment('TABLE_NAME', table.tableName);
  handler.addEnvironment('FILES_BUCKET', bucket.bucketName);
  const rights = [
    { actions: ['dynamodb:GetItem', 'dynamodb:UpdateItem'], resources: [table.tableArn] },
    // Tells a file that is gone from one that it may not read.
    { actions: ['s3:ListBucket'], resources: [bucket.bucketArn] },
    { actions: ['s3:GetObject', 's3:DeleteObject'], resources: [bucket.arnForObjects('*')] },
  ];
  for (const right of rights) handler.addToRolePolicy(new PolicyStatement(right));
  const results = new Rule(scope, 'ScanResults', {
    eventPattern: {
      ...scanEvents,
      detail: { s3ObjectDetails: { bucketName: [bucket.bucketName] } },
    },
  });
  results.addTarget(new LambdaFunction(handler, { deadLetterQueue: unrecorded }));
  return unrecorded;
}
