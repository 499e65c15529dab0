import type { ApiCorrection, ApiEntry, ApiReview } from '../../cloud/api/parse-api-entry.ts';
import {
  isUndelivered,
  isWithdrawal,
  type Answers,
  type QueuedChange,
} from '../../outbox/changes/queued-change.ts';

/** One of a person's entries, as it will be once this device has delivered all its changes. */
export type OwnEntry = {
  readonly id: string;
  readonly answers: Answers;
  /** The form version that the answers belong to. */
  readonly formVersion: number | undefined;
  /** ISO 8601: when the server stored it, or, until then, when it was saved here. */
  readonly at: string;
  /** Undefined until the server has it. */
  readonly version: number | undefined;
  readonly isWithdrawn: boolean;
  /** The server's latest version, with what it added. Undefined until the server has it. */
  readonly apiEntry: ApiEntry | undefined;
  /** This device's last change to it, with its status. */
  readonly last: QueuedChange | undefined;
};

/**
 * The server's entries merged with this device's changes, newest first.
 * @param since when the person opened the page: entries withdrawn after that stay visible, to be undone
 */
export function ownEntries(
  apiEntries: readonly ApiEntry[],
  changes: readonly QueuedChange[],
  since: string,
): readonly OwnEntry[] {
  // What somebody corrects is not their own.
  const own = changes.filter((it) => !it.correction);
  const ids = new Set([...apiEntries.map((it) => it.id), ...own.map((it) => it.entry)]);
  return [...ids]
    .map((id) => {
      const known = apiEntries.find((it) => it.id === id);
      const ofEntry = own.filter((it) => it.entry === id);
      return ownEntry({ id, known, ofEntry, since });
    })
    .filter((it) => it !== undefined)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

type Known = {
  readonly id: string;
  readonly known: ApiEntry | undefined;
  readonly ofEntry: readonly QueuedChange[];
  readonly since: string;
};

function ownEntry({ id, known, ofEntry, since }: Known): OwnEntry | undefined {
  const apiEntry = latest([...ofEntry.map(deliveredEntry), known]);
  // Of a sensitive form, delivered changes have a version but no answers.
  const withAnswers = latest([
    ...ofEntry.filter((it) => !it.isSensitive).map(deliveredEntry),
    known,
  ]);
  const typed = ofEntry.findLast((it) => isUndelivered(it) && it.answers);
  const answers = typed?.answers ?? withAnswers?.answers;
  const formVersion = (typed ?? withAnswers)?.formVersion;
  const at = apiEntry?.createdAt ?? typed?.savedAt;
  if (!answers || !at) return undefined;
  const last = ofEntry.at(-1);
  const endsInWithdrawal = last !== undefined && isWithdrawal(last);
  const isRecent = last?.status.is !== 'delivered' || last.status.at >= since;
  if (endsInWithdrawal && !known && !isUndelivered(last)) return undefined;
  const isWithdrawn = endsInWithdrawal && isRecent;
  return { id, answers, formVersion, at, version: apiEntry?.version, isWithdrawn, apiEntry, last };
}

function deliveredEntry({ status }: QueuedChange): ApiEntry | undefined {
  return status.is === 'delivered' ? status.apiEntry : undefined;
}

function latest(some: readonly (ApiEntry | undefined)[]): ApiEntry | undefined {
  return some
    .filter((it) => it !== undefined)
    .toSorted((a, b) => a.version - b.version)
    .at(-1);
}

type Decided = Omit<ApiReview, 'state'> & {
  readonly state: Extract<ApiReview['state'], 'approved' | 'rejected' | 'sent-back'>;
};

/** What reviewers have decided about an entry, unless its author has changed it since. */
export function reviewOf({ apiEntry, last, isWithdrawn }: OwnEntry): Decided | undefined {
  const { review } = apiEntry ?? {};
  if (!review || isWithdrawn || (last && isUndelivered(last))) return undefined;
  return isDecided(review) ? review : undefined;
}

function isDecided(review: ApiReview): review is Decided {
  return ['approved', 'rejected', 'sent-back'].includes(review.state);
}

/** Whether malware was found in one of its files, unless its author has changed it since. */
export function hasMalware({ apiEntry, last, isWithdrawn }: OwnEntry): boolean {
  if (isWithdrawn || (last && isUndelivered(last))) return false;
  return Object.values(apiEntry?.filesClosed ?? {}).includes('malware');
}

/** Why the form's owners have corrected an entry, unless its author has changed it since. */
export function correctionOf({ apiEntry, last, isWithdrawn }: OwnEntry): ApiCorrection | undefined {
  return isWithdrawn || (last && isUndelivered(last)) ? undefined : apiEntry?.correction;
}
