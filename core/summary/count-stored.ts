import type { StoredEntry } from '../entries/store/entry-store.ts';
import { inCurrentVersion } from '../form/current-entry.ts';
import type { Form } from '../form/define-form.ts';
import type { OnFormError } from '../form/safe-call.ts';
import { isRecord } from '../values/is-record.ts';
import { countEntry } from './count-entry.ts';
import { sumOfEntryCounts, type CountedStatus, type Counts } from './counts.ts';

/** What a stored entry adds to the counts of its form: of one that is no response only its status. */
export function countStored(form: Form, entry: StoredEntry, onFormError?: OnFormError): Counts {
  const status = statusOf(entry);
  return sumOfEntryCounts([
    status === 'live'
      ? countEntry(form, inCurrentVersion(form, entry, onFormError))
      : { status, fields: [] },
  ]);
}

/**
 * Grows with each change of an entry that may change what it adds. Releasing it makes no new version, nor does a review:
 * each of an entry's reviews is a millionth, which only the next version, or an erased entry, is without.
 */
export function countedVersion({ version, onHold, reviewCount = 0 }: CountedChange): number {
  return 2 * version + (onHold ? 0 : 1) + Math.min(reviewCount, mostReviews) / (mostReviews + 1);
}

type CountedChange = Pick<StoredEntry, 'version' | 'onHold' | 'reviewCount'>;

const mostReviews = 999_999;

/** Whether a stored item is an entry at all. */
export function isCountable({ version, createdAt, answers }: StoredEntry): boolean {
  return Number.isSafeInteger(version) && typeof createdAt === 'string' && isRecord(answers);
}

function statusOf({ erased, deletedAt, onHold, isNoResponse }: StoredEntry): CountedStatus {
  if (isNoResponse) return 'onHold';
  if (erased) return 'erased';
  if (deletedAt !== undefined) return 'withdrawn';
  return onHold ? 'onHold' : 'live';
}
