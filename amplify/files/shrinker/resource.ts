import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { EventType, type Bucket } from 'aws-cdk-lib/aws-s3';
import { LambdaDestination } from 'aws-cdk-lib/aws-s3-notifications';
import { plainFunction } from '../../plain-function.ts';
import { smallEnding } from '../object-key.ts';

/** Makes small copies of pictures. Its memory holds the largest picture that it decodes, twice. */
export const shrinker = plainFunction('shrinker', {
  folder: import.meta.dirname,
  group: 'files',
  memorySize: 1024,
  timeout: Duration.minutes(1),
});

/**
 * Calls the function for each file that is confirmed: then the tag is deleted that it had until then. Nothing is
 * drawn that nobody confirmed, and a small copy, which never has a tag, calls nothing.
 */
export function connectShrinkerToBucket(handler: IFunction, bucket: Bucket): void {
  bucket.addEventNotification(EventType.OBJECT_TAGGING_DELETE, new LambdaDestination(handler));
  const rights = [
    { actions: ['s3:GetObject'], resources: [bucket.arnForObjects('*')] },
    {
      actions: ['s3:PutObject', 's3:DeleteObject'],
      resources: [bucket.arnForObjects(`*${smallEnding}`)],
    },
    // Tells a file that is gone from one that it may not read.
    { actions: ['s3:ListBucket'], resources: [bucket.bucketArn] },
  ];
  for (const right of rights) handler.addToRolePolicy(new PolicyStatement(right));
}
