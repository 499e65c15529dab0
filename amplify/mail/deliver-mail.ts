import type { Mail, FailedMail } from './compose-mails.ts';
import type { StoredEntry } from '#core/entries/store/entry-store.ts';
import { digest } from '../digest.ts';
import { deliveryRecordKey } from '../entries/entry-item.ts';
import type { DeliveryRecords } from './delivery-records.ts';
import type { SendResult, MailProvider } from './mail-provider.ts';
import type { Quota } from './mail-quota.ts';
import type { FindLiveEntry } from './live-entry.ts';

export type OutgoingMail = {
  readonly mail: Mail | FailedMail;
  readonly entry: StoredEntry;
  /** Send it even if it was refused or withheld before. */
  readonly isResend: boolean;
};

export type DeliveryResult =
  | SendResult
  | { readonly is: 'done before' }
  /** The entry has been withdrawn or erased, so no mail is sent. */
  | { readonly is: 'gone' }
  /** The author's quota of mails for that hour is used up. */
  | { readonly is: 'withheld' };

type Deps = {
  readonly deliveryRecords: DeliveryRecords;
  readonly provider: MailProvider;
  readonly findLiveEntry: FindLiveEntry;
  readonly quota: Quota;
};

/**
 * Tries once to send a mail. However often it is called, the mail is sent once: it stops if the outcome is known,
 * and otherwise sends with the same key, which the provider recognizes. It reads the entry before each attempt,
 * because an attempt may come hours after the first.
 */
export async function deliverMail(
  { deliveryRecords, provider, findLiveEntry, quota }: Deps,
  { mail, entry, isResend }: OutgoingMail,
): Promise<DeliveryResult> {
  const key = deliveryRecordKey(mail.kind, entry, mail.recipient);
  if (!(await deliveryRecords.claim(key, isResend))) return { is: 'done before' };
  if (!(await findLiveEntry(entry))) return { is: 'gone' };
  // A person who sends a mail again by hand is not limited, except to an address that nobody has verified.
  const isLimited = !isResend || mail.kind === 'verification';
  if (isLimited && !(await quota.allows(mail, entry))) {
    await deliveryRecords.finish(key, { is: 'withheld' });
    return { is: 'withheld' };
  }
  const result =
    'hasFailed' in mail ? formFailed : await provider.send(mail, idempotencyKeyOf(mail, entry));
  await deliveryRecords.finish(key, result);
  return result;
}

/** Recorded as refused, so that it does not delay other mails. Somebody fixes the form and sends it again. */
const formFailed: SendResult = { is: 'refused', code: 'form_failed' };

/** Includes the author and the form, because ids are unique only within them. */
function idempotencyKeyOf({ kind, recipient }: Mail, { username, form, id }: StoredEntry): string {
  const own = `created/${id}/${digest(JSON.stringify([username, form, id]))}`;
  return { confirmation: own, verification: `${own}/verify`, notice: `${own}/owner/${recipient}` }[
    kind
  ];
}
