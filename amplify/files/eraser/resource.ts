import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { FilterCriteria, StartingPosition, type IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { failureQueue, grantStreamConsumer } from '../../entries/stream-consumer.ts';
import { plainFunction } from '../../plain-function.ts';

/** Deletes files that nothing refers to any more. */
export const eraser = plainFunction('eraser', {
  folder: import.meta.dirname,
  group: 'files',
  memorySize: 256,
  timeout: Duration.minutes(1),
});

/**
 * Sends each change of an entry with files from the table's stream to the function, and to the returned queue if it
 * fails for a day: then files of somebody who erased them are still there.
 */
export function connectEraserToStream(
  scope: Construct,
  handler: IFunction,
  { table, bucket }: { readonly table: Table; readonly bucket: Bucket },
): Queue {
  const unerased = failureQueue(scope, 'UnerasedFiles');
  const stream = table.tableStreamArn ?? '';
  const own = [
    { actions: ['dynamodb:GetItem', 'dynamodb:UpdateItem'], resources: [table.tableArn] },
    { actions: ['s3:ListBucket', 's3:ListBucketMultipartUploads'], resources: [bucket.bucketArn] },
    {
      actions: ['s3:DeleteObject', 's3:AbortMultipartUpload'],
      resources: [bucket.arnForObjects('*')],
    },
  ];
  grantStreamConsumer(handler, own, { stream, failures: unerased });
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
