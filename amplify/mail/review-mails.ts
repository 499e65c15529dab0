import type { EntryKey, StoredEntry } from '#core/entries/store/entry-store.ts';
import { isSensitive, type Form } from '#core/form/define-form.ts';
import { responseStateOf, type StoredReview } from '#core/review/review.ts';
import { digest } from '../digest.ts';
import type { Item, Table } from '../entries/dynamo-table.ts';
import {
  deliveryRecordKey,
  entryItemKey,
  entryKeyOf,
  itemKind,
  toEntry,
} from '../entries/entry-item.ts';
import { reviews } from '../entries/kinds-beside.ts';
import { addressMail, type ReadyMail } from './compose-mails.ts';
import type { DeliveryResult } from './deliver-mail.ts';
import type { DeliveryRecords } from './delivery-records.ts';
import type { MailProvider } from './mail-provider.ts';
import type { Quota } from './mail-quota.ts';

/** A review that has sent an entry back to its author. */
export type ReviewMailRequest = { readonly entry: EntryKey; readonly review: StoredReview };

/** Tells authors that an entry was sent back to them. */
export type ReviewMails = {
  /** Tries once. Called again, it sends no second mail. */
  readonly deliver: (request: ReviewMailRequest, isResend: boolean) => Promise<DeliveryResult>;
};

type Deps = {
  readonly table: Pick<Table, 'get'>;
  readonly deliveryRecords: DeliveryRecords;
  readonly quota: Quota;
  readonly provider: MailProvider;
  readonly formById: (id: string) => Form | undefined;
};

const kind = 'review';

export function createReviewMails(deps: Deps): ReviewMails {
  const { table, deliveryRecords, quota, provider, formById } = deps;
  return {
    async deliver({ entry: key, review }, isResend) {
      const form = formById(key.form);
      const item = await table.get(entryItemKey(key));
      const entry = item && toEntry(item);
      const mail =
        form && entry && isStillSentBack(entry, review)
          ? composeReviewMail(form, review, entry.confirmTo)
          : undefined;
      if (!mail || !entry) return { is: 'gone' };
      // Each review has a record of its own, and counts in the hour in which it was stored.
      const counted = { ...entry, id: review.id, createdAt: review.at };
      const record = deliveryRecordKey(kind, counted);
      if (!(await deliveryRecords.claim(record, isResend))) return { is: 'done before' };
      if (!isResend && !(await quota.allows({ kind }, counted))) {
        await deliveryRecords.finish(record, { is: 'withheld' });
        return { is: 'withheld' };
      }
      const { username, id } = key;
      const result = await provider.send(
        mail,
        `sent-back/${review.id}/${digest(JSON.stringify([username, key.form, id]))}`,
      );
      await deliveryRecords.finish(record, result);
      return result;
    },
  };
}

/** Not if it was withdrawn, changed or reviewed again meanwhile. */
function isStillSentBack(entry: StoredEntry, { id }: StoredReview): boolean {
  return !entry.deletedAt && entry.review?.id === id && responseStateOf(entry) === 'sent-back';
}

/**
 * To the verified address of the author's account, which only forms with a confirmation store. No answers, and the
 * note neither in the subject nor, if the form is sensitive, anywhere: it may quote answers.
 */
export function composeReviewMail(
  form: Form,
  { note }: Pick<StoredReview, 'note'>,
  to: string | undefined,
): ReadyMail | undefined {
  const { title } = form;
  const isQuoted = note !== undefined && !isSensitive(form);
  const paragraphs = [
    `Your entry “${title}” was sent back to you.`,
    ...(isQuoted ? ['What should be changed:', note] : ['The app says what should be changed.']),
    'Open the app, choose My entries, correct the entry and send it again.',
  ];
  return addressMail({
    to,
    subject: `Please correct your entry: ${title}`,
    text: paragraphs.join('\n\n'),
  });
}

/** The request that an item of the table is, if it is one. */
export function reviewMailRequestIn(item: Item): ReviewMailRequest | undefined {
  const review = itemKind(item) === 'review' ? reviews.read(item) : undefined;
  return review?.state === 'sent-back' ? { entry: entryKeyOf(item), review } : undefined;
}
