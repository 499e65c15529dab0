import type { StoredEntry } from '#core/entries/store/entry-store.ts';
import { entryMessage, testMessage } from '#core/events/event-message.ts';
import {
  entryEvents,
  type EntryEvent,
  type EventKind,
  type Webhook,
} from '#core/events/webhook.ts';
import { digest } from '../digest.ts';
import type { Delivery } from './delivery.ts';

type Happened = { readonly kind: EntryEvent; readonly at: string; readonly entry: StoredEntry };
type Setting = { readonly app: string; readonly now: Date };

/** What is to be sent to a webhook about an entry. Made again, it has the same key. */
export function deliveryOf(webhook: Webhook, happened: Happened, { app, now }: Setting): Delivery {
  const { kind, at, entry } = happened;
  const { form, username, id, version } = entry;
  // An id is unique among those of its author and form.
  const owner = digest(JSON.stringify([username, form]));
  return {
    webhook: webhook.id,
    form,
    username,
    entry: id,
    entryVersion: version,
    eventId: `${id}_${version}_${nameOf(happened)}_${owner}`,
    order: orderOf(happened),
    kind,
    at,
    ...entryMessage(webhook, happened, { app }),
    ...fresh(now),
  };
}

/** A test, which waits for nothing. */
export function testDelivery(
  { id: webhook }: Webhook,
  { form, id }: { readonly form: string; readonly id: string },
  now: Date,
): Delivery {
  const at = now.toISOString();
  const kind: EventKind = 'test';
  return {
    webhook,
    form,
    username: '',
    entry: id,
    entryVersion: 0,
    eventId: `test_${id}`,
    order: kind,
    kind,
    at,
    ...testMessage(form, at),
    ...fresh(now),
  };
}

/** How a delivery begins, and begins again. */
export function fresh(now: Date) {
  return {
    state: 'waiting',
    attempts: 0,
    queuedAt: now.toISOString(),
    dueAt: now.toISOString(),
    isFresh: true,
  } as const;
}

/** A version can be reviewed several times. */
function nameOf({ kind, entry: { reviewCount = 1 } }: Happened): string {
  return kind === 'reviewed' ? `${kind}-${sortable(reviewCount)}` : kind;
}

function orderOf(happened: Happened): string {
  const { kind, entry } = happened;
  return `${sortable(entry.version)}#${entryEvents.indexOf(kind)}#${nameOf(happened)}`;
}

/** As a text that sorts as the number does. */
function sortable(count: number): string {
  return String(count).padStart(9, '0');
}
