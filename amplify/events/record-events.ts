import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import type { StoredEntry } from '#core/entries/store/entry-store.ts';
import { eventsOfChange } from '#core/events/events-of-change.ts';
import { webhooksOf, type Webhook } from '#core/events/webhook.ts';
import { fromAttributes, type Attributes } from '../dynamodb/attribute-values.ts';
import { toEntry } from '../entries/entry-item.ts';
import type { DeliveryStore } from './delivery-store.ts';
import { eraseAnswers } from './erase-answers.ts';
import { deliveryOf } from './new-deliveries.ts';

export type RecordEventsDeps = {
  readonly deliveries: Pick<DeliveryStore, 'add' | 'sequence' | 'replace'>;
  readonly webhooks: readonly Webhook[];
  /** The address of the app, or nothing. */
  readonly app: string;
  readonly now: () => Date;
  /** Writes a line to the log. */
  readonly log: (line: string) => void;
};

/** So many entries are recorded at the same time. */
const entriesAtOnce = 25;

/**
 * Records for each webhook what the changes of a batch mean: a delivery for each event, which is there once however
 * often the batch comes. Returns the records that failed, which Lambda will deliver again with all that follow.
 */
export async function recordEvents(
  deps: RecordEventsDeps,
  { Records }: { readonly Records: readonly DynamoDBRecord[] },
): Promise<DynamoDBBatchResponse> {
  if (deps.webhooks.length === 0) return { batchItemFailures: [] };
  const byEntry = recordsByEntry(Records);
  const failed: string[] = [];
  for (let at = 0; at < byEntry.length; at += entriesAtOnce) {
    const some = byEntry.slice(at, at + entriesAtOnce);
    failed.push(...(await Promise.all(some.map((it) => recordInOrder(deps, it)))).flat());
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}

function recordsByEntry(
  records: readonly DynamoDBRecord[],
): readonly (readonly DynamoDBRecord[])[] {
  const byKey = new Map<string, DynamoDBRecord[]>();
  for (const record of records) {
    const key = JSON.stringify(record.dynamodb?.Keys ?? {});
    byKey.set(key, [...(byKey.get(key) ?? []), record]);
  }
  return [...byKey.values()];
}

/** Once one of an entry's records has failed, those after it have to wait, so that their events do not overtake. */
async function recordInOrder(
  deps: RecordEventsDeps,
  records: readonly DynamoDBRecord[],
): Promise<readonly string[]> {
  for (const [position, record] of records.entries()) {
    try {
      await recordChange(deps, record);
    } catch (error) {
      // The name only: the message may quote answers.
      const code = error instanceof Error ? error.name : typeof error;
      deps.log(JSON.stringify({ events: 'unrecorded', code }));
      return records.slice(position).map((it) => it.dynamodb?.SequenceNumber ?? '');
    }
  }
  return [];
}

async function recordChange(deps: RecordEventsDeps, { dynamodb }: DynamoDBRecord): Promise<void> {
  const { OldImage, NewImage, ApproximateCreationDateTime: seconds } = dynamodb ?? {};
  const entry = entryIn(NewImage);
  if (!entry) return;
  const now = deps.now();
  const at = (seconds === undefined ? now : new Date(seconds * 1000)).toISOString();
  const kinds = eventsOfChange(entryIn(OldImage), entry);
  for (const webhook of webhooksOf(deps.webhooks, entry.form)) {
    if (kinds.includes('erased')) await eraseAnswers(deps, { ...entry, webhook: webhook.id });
    for (const kind of kinds.filter((it) => webhook.events.includes(it))) {
      const delivery = deliveryOf(webhook, { kind, at, entry }, { app: deps.app, now });
      await deps.deliveries.add(delivery);
    }
  }
}

function entryIn(image: object | undefined): StoredEntry | undefined {
  // The record's type includes binary attributes, which our items do not have.
  return image && toEntry(fromAttributes(image as Attributes));
}
