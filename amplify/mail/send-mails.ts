import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { composeConfirmation } from './compose-mails.ts';
import type { StoredEntry } from '#core/entries/store/entry-store.ts';
import type { FormError } from '#core/form/safe-call.ts';
import { loadFields, type Form } from '#core/form/define-form.ts';
import {
  deliverInRounds,
  failureLine,
  type PendingMail,
  type RoundsDeps,
} from './deliver-in-rounds.ts';
import { deliverMail } from './deliver-mail.ts';
import { linkMailRequestIn, type LinkMails } from './link-mails.ts';
import { formErrorLine } from './mail-log.ts';
import { releasedEntryIn, type Notices } from './owner-notices.ts';
import { reviewMailRequestIn, type ReviewMails } from './review-mails.ts';
import type { DeliveryRecords } from './delivery-records.ts';
import type { MailProvider } from './mail-provider.ts';
import type { Quota } from './mail-quota.ts';
import {
  entryInRecord,
  itemInRecord,
  sequenceNumberOf,
  type StreamEvent,
} from './stream-records.ts';
import { requestedConfirmation, type TypedAddressMails } from './typed-address-mails.ts';
import type { FindLiveEntry } from './live-entry.ts';

export type SendMailsDeps = RoundsDeps & {
  readonly deliveryRecords: DeliveryRecords;
  readonly provider: MailProvider;
  readonly findLiveEntry: FindLiveEntry;
  readonly quota: Quota;
  /** Of personal links. */
  readonly linkMails: LinkMails;
  /** Of entries that were sent back to their authors. */
  readonly reviewMails: ReviewMails;
  /** To addresses that were typed. */
  readonly typedAddressMails: TypedAddressMails;
  /** To the owners of forms. */
  readonly notices: Notices;
  readonly formById: (id: string) => Form | undefined;
};

/**
 * Sends the mails of a batch in rounds. Each round tries every mail, so that one failing mail does not delay the
 * others. Returns the records that are not finished, which Lambda will deliver again.
 * @param timeLeft milliseconds until Lambda's timeout
 */
export async function sendMails(
  deps: SendMailsDeps,
  { Records, again: isResend }: StreamEvent,
  timeLeft: () => number,
): Promise<DynamoDBBatchResponse> {
  const failed = new Set<string>();
  const mails = (await Promise.all(Records.map(mailsInRecord))).flat();
  for (const { sequence } of await deliverInRounds(deps, mails, timeLeft)) failed.add(sequence);
  return { batchItemFailures: [...failed].map((itemIdentifier) => ({ itemIdentifier })) };

  async function mailsInRecord(record: DynamoDBRecord): Promise<readonly PendingMail[]> {
    const sequence = sequenceNumberOf(record);
    try {
      const item = itemInRecord(record);
      const link = linkMailRequestIn(item);
      if (link) {
        const deliver = () => deps.linkMails.deliver(link);
        return [{ sequence, form: link.form, kind: 'invitation', deliver }];
      }
      const review = reviewMailRequestIn(item);
      if (review) {
        const deliver = () => deps.reviewMails.deliver(review, isResend ?? false);
        return [{ sequence, form: review.entry.form, kind: 'review', deliver }];
      }
      const requested = requestedConfirmation(item);
      const released = releasedEntryIn(item);
      const key = requested ?? released;
      const found = key ? await deps.findLiveEntry(key) : entryInRecord(record);
      if (!found) return [];
      const entry = requireAnswers(found);
      const form = deps.formById(entry.form);
      if (form) await loadFields(form);
      const onFormError = (formError: FormError) => deps.log(formErrorLine(sequence, formError));
      if (!form || entry.isAdopted || entry.onHold) return [];
      const mails = [
        key ? undefined : composeConfirmation(form, entry, onFormError),
        released ? undefined : await deps.typedAddressMails.mailFor(form, entry),
        ...(requested ? [] : await deps.notices.mailsFor(form, entry, onFormError)),
      ].filter((it) => it !== undefined);
      return mails.map((mail) => ({
        sequence,
        form: entry.form,
        kind: mail.kind,
        deliver: () => deliverMail(deps, { mail, entry, isResend: isResend ?? false }),
      }));
    } catch (error) {
      failed.add(sequence);
      deps.log(failureLine(deps, sequence, error));
      return [];
    }
  }
}

/** Throws for an item that is not one of our entries. Failures of a form's own functions are handled elsewhere. */
function requireAnswers(entry: StoredEntry): StoredEntry {
  const answers: unknown = entry.answers;
  if (typeof answers === 'object' && answers !== null) return entry;
  throw new TypeError('The entry has no answers.');
}
