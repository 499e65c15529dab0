import { callEngine } from '../dynamodb/call.ts';
import type { StreamRecord } from './record.ts';

export type Shard = { readonly streamArn: string; readonly id: string };

type Described = { readonly Table: { readonly LatestStreamArn?: string } };
type Stream = { readonly StreamDescription: { readonly Shards: readonly { ShardId: string }[] } };
type Iterator = { readonly ShardIterator: string };
type Page = { readonly Records: readonly StreamRecord[]; readonly NextShardIterator?: string };

/** A table's stream, as the engine knows it: labelled by the moment it was switched on. */
export async function streamOf(engineUrl: string, TableName: string): Promise<string | undefined> {
  const { Table } = await callEngine<Described>(engineUrl, 'DescribeTable', { TableName });
  return Table.LatestStreamArn;
}

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
  /** The next records after those it gave before, at most so many. */
  next(limit: number): Promise<readonly StreamRecord[]>;
};

/** Reads a shard on from a sequence number, or from where its readers begin. */
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
