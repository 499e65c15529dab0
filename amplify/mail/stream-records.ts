import type { DynamoDBRecord } from 'aws-lambda';
import type { StoredEntry } from '#core/entries/store/entry-store.ts';
import { fromAttributes, type Attributes } from '../dynamodb/attribute-values.ts';
import { toEntry } from '../entries/entry-item.ts';

/** The event that Lambda passes on from the stream: records of inserted entries. */
export type StreamEvent = {
  readonly Records: readonly DynamoDBRecord[];
  /** Set only by `npm run resend-mail`, to send mails that were refused or withheld. */
  readonly again?: true;
};

export function entryInRecord({ dynamodb }: DynamoDBRecord): StoredEntry {
  // The event's type includes binary attributes, which entries do not have.
  return toEntry(fromAttributes((dynamodb?.NewImage ?? {}) as Attributes));
}

export function sequenceNumberOf({ dynamodb }: DynamoDBRecord): string {
  return dynamodb?.SequenceNumber ?? '';
}
