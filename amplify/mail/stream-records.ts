import type { DynamoDBRecord } from 'aws-lambda';
import type { StoredEntry } from '#core/entries/store/entry-store.ts';
import { fromAttributes, type Attributes } from '../dynamodb/attribute-values.ts';
import type { Item } from '../entries/dynamo-table.ts';
import { toEntry } from '../entries/entry-item.ts';

/** The event that Lambda passes on from the stream: records of inserted entries. */
export type StreamEvent = {
  readonly Records: readonly DynamoDBRecord[];
  /** Set only by `npm run resend-mail`, to send mails that were refused or withheld. */
  readonly again?: true;
};

export function entryInRecord(record: DynamoDBRecord): StoredEntry {
  return toEntry(itemInRecord(record));
}

export function itemInRecord({ dynamodb }: DynamoDBRecord): Item {
  // The event's type includes binary attributes, which our items do not have.
  return fromAttributes((dynamodb?.NewImage ?? {}) as Attributes);
}

export function sequenceNumberOf({ dynamodb }: DynamoDBRecord): string {
  return dynamodb?.SequenceNumber ?? '';
}
