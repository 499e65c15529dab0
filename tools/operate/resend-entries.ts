import type { Aws } from './signed-aws-calls.ts';
import type { StreamFunction } from './find-stream-function.ts';

/** An item's key, in DynamoDB's JSON. */
export type Key = { readonly pk: { readonly S: string }; readonly sk: { readonly S: string } };
type Item = Key & { readonly [name: string]: unknown };

/** The message that Lambda puts into the queue for records it gave up. */
type GivenUp = {
  readonly DDBStreamBatchInfo: {
    readonly shardId: string;
    readonly startSequenceNumber: string;
    readonly endSequenceNumber: string;
    readonly streamArn: string;
  };
};

type Page = {
  readonly NextShardIterator?: string;
  readonly Records: readonly {
    readonly eventName: string;
    readonly dynamodb: { readonly SequenceNumber: string; readonly Keys: Key };
  }[];
};

/** The key of an entry. */
export function keyOf(form: string, username: string, id: string): Key {
  return { pk: { S: `user#${username}` }, sk: { S: `entry#${form}#${id}` } };
}

/** `pwausers <username> <id>`: how to name the entry by hand. */
export function entryName({ pk, sk }: Key): string {
  const [, form, id] = sk.S.split('#');
  return `${form} ${pk.S.slice('user#'.length)} ${id}`;
}

/** A stream sometimes returns empty pages. */
const mostPages = 100;

/** The entries that a message is about, read from the stream; none if the stream has dropped them, after a day. */
export async function keysIn(aws: Aws, message: string): Promise<readonly Key[] | undefined> {
  const { DDBStreamBatchInfo } = JSON.parse(message) as GivenUp;
  const { shardId, startSequenceNumber, endSequenceNumber, streamArn } = DDBStreamBatchInfo;
  const callStreams = <Answer>(operation: string, input: object) =>
    aws.call<Answer>('streams.dynamodb', `DynamoDBStreams_20120810.${operation}`, input);
  const last = BigInt(endSequenceNumber);
  const keys: Key[] = [];
  try {
    let { ShardIterator } = await callStreams<{ ShardIterator?: string }>('GetShardIterator', {
      StreamArn: streamArn,
      ShardId: shardId,
      ShardIteratorType: 'AT_SEQUENCE_NUMBER',
      SequenceNumber: startSequenceNumber,
    });
    for (let page = 0; page < mostPages && ShardIterator !== undefined; page += 1) {
      const { Records, NextShardIterator }: Page = await callStreams('GetRecords', {
        ShardIterator,
      });
      const within = Records.filter((it) => BigInt(it.dynamodb.SequenceNumber) <= last);
      keys.push(...within.filter(isNewEntry).map(({ dynamodb }) => dynamodb.Keys));
      const isOver = Records.some((it) => BigInt(it.dynamodb.SequenceNumber) >= last);
      ShardIterator = isOver ? undefined : NextShardIterator;
    }
  } catch (error) {
    if (['TrimmedDataAccessException', 'ResourceNotFoundException'].includes((error as Error).name))
      return undefined;
    throw error;
  }
  return keys.length === 0 ? undefined : keys;
}

function isNewEntry({ eventName, dynamodb }: Page['Records'][number]): boolean {
  return eventName === 'INSERT' && /^(entry|review)#/.test(dynamodb.Keys.sk.S);
}

export type Outcome = 'done' | 'failed again' | 'withdrawn' | 'not there';

/**
 * Sends an entry, as it is now, to the mail function, which sends the mail if it was not sent.
 * @param again whether to retry a mail that the provider refused
 */
export async function mailAgain(
  aws: Aws,
  mail: StreamFunction,
  key: Key,
  again: boolean,
): Promise<Outcome> {
  const { Item } = await aws.call<{ Item?: Item }>('dynamodb', 'DynamoDB_20120810.GetItem', {
    TableName: mail.table,
    Key: key,
    ConsistentRead: true,
  });
  if (!Item) return 'not there';
  if (Item['deletedAt']) return 'withdrawn';
  const record = { eventName: 'INSERT', dynamodb: { NewImage: Item, SequenceNumber: '1' } };
  const path = `functions/${mail.functionName}/invocations`;
  const event = { Records: [record], ...(again && { again }) };
  const answer = await aws
    .lambda<{ batchItemFailures?: readonly unknown[] }>('POST', path, event)
    .catch(() => ({ batchItemFailures: undefined }));
  return answer.batchItemFailures?.length === 0 ? 'done' : 'failed again';
}
