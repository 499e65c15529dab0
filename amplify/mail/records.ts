import type { DynamoDBRecord } from 'aws-lambda';
import type { StoredEntry } from '#core/entries/store.ts';
import { fromAttributes, type Attributes } from '../dynamodb/attribute-values.ts';
import { toEntry } from '../entries/item.ts';

/** What the stream's event filter lets through, in the words of AWS: entries as they were inserted. */
export type Inserted = {
  readonly Records: readonly DynamoDBRecord[];
  /** Set by `npm run resend-mail` alone: a person wants what was refused to be tried again. */
  readonly again?: true;
};

export function entryIn({ dynamodb }: DynamoDBRecord): StoredEntry {
  // The event's type knows binary attributes too, which entries have not.
  return toEntry(fromAttributes((dynamodb?.NewImage ?? {}) as Attributes));
}

export function sequenceOf({ dynamodb }: DynamoDBRecord): string {
  return dynamodb?.SequenceNumber ?? '';
}
