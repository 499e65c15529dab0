import type { Item, ItemKey } from '../entries/dynamo-table.ts';
import { deliveryId, type Delivery, type Sequence } from './delivery.ts';

/** The indexes of the table. Both have keys alone, so that an attempt writes as little as possible. */
export const byDueTimeIndex = 'byDueTime';
export const deliveriesOfFormIndex = 'byForm';

/** All deliveries of one entry to one webhook are in one partition, in their order. */
export function sequenceKey({ webhook, form, username, entry }: Sequence): string {
  return `sequence#${webhook}#${form}#${entry}#${username}`;
}

export function deliveryItemKey(delivery: Delivery): ItemKey {
  return { pk: sequenceKey(delivery), sk: delivery.order };
}

/** The sequence in a key. A username may contain what separates the parts, and is the last. */
export function sequenceIn(pk: string): Sequence {
  const [, webhook = '', form = '', entry = '', ...username] = pk.split('#');
  return { webhook, form, entry, username: username.join('#') };
}

export function dueKey(webhook: string): string {
  return `due#${webhook}`;
}

/** Seconds that a delivery is stored after it was tried last: so long it can be sent again. */
const secondsKept = 30 * 24 * 3600;

/**
 * What is in the key is nowhere else, so that an item is less than the kilobyte that a write unit pays for.
 * @param version of the item, by which another writer is noticed
 */
export function toDeliveryItem(delivery: Delivery, version: number): Item {
  const { webhook, form, username: _username, entry: _entry, order: _order, ...rest } = delivery;
  const { dueAt, queuedAt, triedAt = queuedAt } = rest;
  return {
    ...deliveryItemKey(delivery),
    ...rest,
    version,
    formKey: form,
    formOrder: deliveryId(delivery),
    ...(dueAt !== undefined && { dueKey: dueKey(webhook) }),
    expiresAt: Math.ceil(Date.parse(triedAt) / 1000) + secondsKept,
  };
}

export function toDelivery(item: Item): Delivery {
  const { pk, sk, version: _version, formKey: _key, formOrder: _formOrder, ...rest } = item;
  const { dueKey: _dueKey, expiresAt: _expiresAt, ...delivery } = rest;
  return { ...sequenceIn(String(pk)), order: String(sk), ...delivery } as unknown as Delivery;
}
