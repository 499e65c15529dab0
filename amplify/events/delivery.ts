import type { EntryKey } from '#core/entries/store/entry-store.ts';
import type { EventKind } from '#core/events/webhook.ts';

/** One event for one webhook, and how far it got. */
export type Delivery = {
  readonly webhook: string;
  readonly form: string;
  /** The same for every webhook and every attempt, so that receivers recognize it: the header `webhook-id`. */
  readonly eventId: string;
  readonly kind: EventKind;
  /** Where it is among those of its entry: each waits for those before it. */
  readonly order: string;
  /** When it happened (ISO 8601). */
  readonly at: string;
  /** What is sent. */
  readonly body: string;
  readonly hasAnswers: boolean;
  /** `dead`: given up, until somebody sends it again. */
  readonly state: 'waiting' | 'delivered' | 'dead';
  readonly attempts: number;
  /** When it was queued, or queued again. */
  readonly queuedAt: string;
  /** While waiting: when it is tried next, unless an earlier one of its entry is waiting too. */
  readonly dueAt?: string;
  /** When it was tried last, and with which result: `http_500`, for example. */
  readonly triedAt?: string;
  readonly outcome?: string;
  /** Nobody has tried it yet, so that the table's stream starts it. */
  readonly isFresh?: true;
} & Pick<EntryKey, 'username'> & {
    /** The id of the entry; of a test, its own. */
    readonly entry: string;
    readonly entryVersion: number;
  };

/** The deliveries of one entry to one webhook, which follow each other. */
export type Sequence = Pick<Delivery, 'webhook' | 'form' | 'username' | 'entry'>;

/** Its name in the API. It sorts by time. */
export function deliveryId({ at, eventId, webhook }: Delivery): string {
  return `${Date.parse(at)}_${eventId}_${webhook}`;
}
