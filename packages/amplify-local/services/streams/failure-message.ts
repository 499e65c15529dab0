import { randomUUID } from 'node:crypto';
import { arn } from '../../template/arn.ts';
import type { Condition } from './process-batch.ts';
import { arrivalOf, sequenceOf, type StreamRecord } from './stream-record.ts';

type GivenUp = {
  readonly records: readonly StreamRecord[];
  readonly condition: Condition;
  readonly invocations: number;
  readonly functionName: string;
  readonly shardId: string;
  readonly streamArn: string;
  readonly now: number;
};

/**
 * Lambda's message to an on-failure destination: the position of the records in the stream, not their content.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
 */
export function failureMessage(given: GivenUp): object {
  const { records, condition, invocations, functionName, shardId, streamArn, now } = given;
  const [first, last] = [records[0], records.at(-1)];
  return {
    requestContext: {
      requestId: randomUUID(),
      functionArn: arn('lambda', `function:${functionName}`),
      condition,
      approximateInvokeCount: invocations,
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: new Date(now).toISOString(),
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: first && sequenceOf(first),
      endSequenceNumber: last && sequenceOf(last),
      approximateArrivalOfFirstRecord: first && new Date(arrivalOf(first)).toISOString(),
      approximateArrivalOfLastRecord: last && new Date(arrivalOf(last)).toISOString(),
      batchSize: records.length,
      streamArn,
    },
  };
}
