import { join } from 'node:path';
import { defineFunction } from '@aws-amplify/backend';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  FilterCriteria,
  Runtime,
  StartingPosition,
  type IFunction,
} from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** Deletes files that nothing refers to any more. Declared with CDK for the reason in api/resource.ts. */
export const eraser = defineFunction(
  (scope) =>
    new NodejsFunction(scope, 'eraser', {
      entry: join(import.meta.dirname, 'handler.ts'),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 256,
      timeout: Duration.minutes(1),
      bundling: { format: OutputFormat.ESM, minify: true },
      logGroup: new LogGroup(scope, 'eraser-logs', {
        retention: RetentionDays.ONE_MONTH,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
    }),
  { resourceGroupName: 'files' },
);

/**
 * Sends each change of an entry with files from the table's stream to the function, and to the returned queue if it
 * fails for a day: then files of somebody who erased them are still there.
 */
export function connectEraserToStream(
  scope: Construct,
  handler: IFunction,
  { table, bucket }: { readonly table: Table; readonly bucket: Bucket },
): Queue {
  const unerased = new Queue(scope, 'UnerasedFiles', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  const stream = table.tableStreamArn ?? '';
  const rights = [
    { actions: ['dynamodb:GetItem', 'dynamodb:UpdateItem'], resources: [table.tableArn] },
    { actions: ['s3:ListBucket', 's3:ListBucketMultipartUploads'], resources: [bucket.bucketArn] },
    {
      actions: ['s3:DeleteObject', 's3:AbortMultipartUpload'],
      resources: [bucket.arnForObjects('*')],
    },
    {
      actions: [
        'dynamodb:DescribeStream',
        'dynamodb:GetRecords',
        'dynamodb:GetShardIterator',
        'dynamodb:ListStreams',
      ],
      resources: [stream],
    },
    { actions: ['sqs:SendMessage'], resources: [unerased.queueArn] },
  ];
  for (const right of rights) handler.addToRolePolicy(new PolicyStatement(right));
  handler.addEventSourceMapping('ChangedFiles', {
    eventSourceArn: stream,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 10,
    filters: [FilterCriteria.filter({ dynamodb: { OldImage: { hasFiles: { BOOL: [true] } } } })],
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    // As long as the stream has the record, and no failure is final.
    retryAttempts: 10_000,
    maxRecordAge: Duration.hours(24),
    onFailure: { bind: () => ({ destination: unerased.queueArn }) },
  });
  return unerased;
}
