import { callEngine } from '../dynamodb/call-engine.ts';
import { streamOf } from '../dynamodb/stream-arn.ts';
import type { StreamRecord } from './stream-record.ts';

export type Shard = { readonly streamArn: string; readonly id: string };

type Stream = { readonly StreamDescription: { readonly Shards: readonly { ShardId: string }[] } };
type Iterator = { readonly ShardIterator: string };
type Page = { readonly Records: readonly StreamRecord[]; readonly NextShardIterator?: string };

/** The shards of a table's stream. */
export async function shardsOf(engineUrl: string, TableName: string): Promise<readonly Shard[]> {
  const streamArn = await streamOf(engineUrl, TableName);
  if (streamArn === undefined) return [];
  const { StreamDescription } = await callStreams<Stream>(engineUrl, 'DescribeStream', {
    StreamArn: streamArn,
  });
  return StreamDescription.Shards.map(({ ShardId: id }) => ({ streamArn, id }));
}

export type ShardReader = {
  /** The next records, at most so many. */
  next(limit: number): Promise<readonly StreamRecord[]>;
};

/** Reads a shard from a sequence number on, or from the mapping's starting position. */
export function createShardReader(
  engineUrl: string,
  { streamArn: StreamArn, id: ShardId }: Shard,
  from: { readonly after: string } | { readonly startAt: string },
): ShardReader {
  const position =
    'after' in from
      ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: from.after }
      : { ShardIteratorType: from.startAt };
  let iterator: string | undefined;
  return {
    async next(Limit) {
      iterator ??= (
        await callStreams<Iterator>(engineUrl, 'GetShardIterator', {
          StreamArn,
          ShardId,
          ...position,
        })
      ).ShardIterator;
      const page = await callStreams<Page>(engineUrl, 'GetRecords', {
        ShardIterator: iterator,
        Limit,
      });
      iterator = page.NextShardIterator ?? iterator;
      return page.Records;
    },
  };
}

function callStreams<Answer>(engineUrl: string, operation: string, input: object): Promise<Answer> {
  return callEngine<Answer>(engineUrl, operation, input, 'DynamoDBStreams_20120810');
}
