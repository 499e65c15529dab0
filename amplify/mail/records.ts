import type { DynamoDBRecord } from 'aws-lambda';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Entry } from '#core/entry.ts';
import { toEntry } from '../entries/item.ts';

/** What the stream's event filter lets through, in the words of AWS: entries as they were inserted. */
export type Inserted = {
  readonly Records: readonly DynamoDBRecord[];
  /** Set by `npm run resend-mail` alone: a person wants what was refused to be tried again. */
  readonly again?: true;
};

export function entryIn({ dynamodb }: DynamoDBRecord): Entry {
  // The event's type and the SDK's differ in how they write binary attributes, which entries have not.
  return toEntry(unmarshall((dynamodb?.NewImage ?? {}) as Record<string, AttributeValue>));
}

export function sequenceOf({ dynamodb }: DynamoDBRecord): string {
  return dynamodb?.SequenceNumber ?? '';
}
