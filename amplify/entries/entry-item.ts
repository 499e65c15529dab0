import {
  sortPosition,
  type EntryKey,
  type AppliedChange,
  type StoredEntry,
} from '#core/entries/store/entry-store.ts';
import { restorableUntil } from '#core/entries/restore-period.ts';
import { authorCounter, invitationCounter } from '#core/limits/seats.ts';
import type { Item, ItemKey } from './dynamo-table.ts';
import { formPartitionKey } from './form-partitions.ts';

/** The layout of the table is explained in docs/decisions/0007-what-stays-of-a-withdrawn-entry.md. */
export function entryItemKey(entry: EntryKey): ItemKey {
  return itemKeyOfKind('entry', entry);
}

export function idInSortKey(sortKey: string): string {
  return sortKey.slice(sortKey.lastIndexOf('#') + 1);
}

/** The answers of a withdrawn entry, in an item of their own, which expires. */
export function keptAnswersKey(entry: EntryKey): ItemKey {
  return itemKeyOfKind('withdrawn', entry);
}

/** A mail about an entry: the confirmation, the request to verify the address for it, or the notice to an owner. */
export type MailKind = 'confirmation' | 'verification' | 'notice';

/** Also that an entry was sent back: the record of such a mail has the id of the review. */
export type RecordedKind = MailKind | 'review';

/**
 * The outcome of an entry's mail.
 * @param recipient the digest of an address, of a mail that goes to several
 */
export function deliveryRecordKey(
  kind: RecordedKind,
  entry: EntryKey,
  recipient?: string,
): ItemKey {
  const own = kind === 'review' ? 'review-mail' : kind;
  const { pk, sk } = itemKeyOfKind(kind === 'confirmation' ? 'mail' : own, entry);
  return { pk, sk: recipient === undefined ? sk : `${sk}#${recipient}` };
}

/** That an entry was counted among those about which owners get a mail, or do not. */
export function countedNoticeKey(entry: EntryKey): ItemKey {
  return itemKeyOfKind('counted-notice', entry);
}

/** Asks the mail function to tell owners of an entry that was on hold until now. It expires after three days. */
export function releasedItem(entry: EntryKey, at: string): Item {
  const expiresAt = Math.ceil(Date.parse(at) / 1000) + 3 * 24 * 3600;
  return { ...itemKeyOfKind('released', entry), at, expiresAt };
}

/** What the last report to the owners of a form said: `digest`, or `further` entries than they had mails about. */
export function reportKey(form: string, kind: string): ItemKey {
  return { pk: `notices#${form}`, sk: kind };
}

/** The outcome of a report to one of them. */
export function reportRecordKey(form: string, report: string): ItemKey {
  return { pk: `notices#${form}`, sk: `sent#${report}` };
}

/** About how many entries of a form its owners had a mail in the last hour that had one, and had none since ever. */
export function noticeQuotaKey(form: string): ItemKey {
  return { pk: `notices#${form}`, sk: 'quota' };
}

/** The addresses that somebody has verified, of an author without an account, for the mails of one form. */
export function verifiedAddressesKey({
  username,
  form,
}: Pick<EntryKey, 'username' | 'form'>): ItemKey {
  return { pk: authorPartitionKey(username), sk: `verified#${form}` };
}

/** Asks the mail function for the confirmation of an entry whose address was just verified. */
export function confirmationRequestKey(entry: EntryKey): ItemKey {
  return itemKeyOfKind('confirm', entry);
}

/** How many mails were sent to addresses that nobody had verified, to one mailbox or because of one form, in a day. */
export function verificationQuotaKey(of: 'mailbox' | 'form', id: string, day: string): ItemKey {
  return { pk: `verifications#${of}#${id}`, sk: day };
}

/** In the author's partition: which of their entries had a mail in one hour. The hour is part of the key. */
export function mailQuotaKey(
  kind: 'confirmation' | 'review',
  { username, createdAt }: Pick<StoredEntry, 'username' | 'createdAt'>,
): ItemKey {
  return { pk: authorPartitionKey(username), sk: `hour#${kind}#${createdAt.slice(0, 13)}` };
}

/** The item that counts the seats taken of a form: those of an author in their own partition, others together. */
export function seatsKey(
  { username, form }: Pick<EntryKey, 'username' | 'form'>,
  counter: string,
): ItemKey {
  if (counter === authorCounter || counter === invitationCounter)
    return { pk: authorPartitionKey(username), sk: `seats#${form}` };
  return { pk: `seats#${form}`, sk: counter };
}

/** In the partition of a person who was erased. It stays for good: nothing is accepted from them any more. */
export function closedAuthorKey(username: string): ItemKey {
  return { pk: authorPartitionKey(username), sk: 'closed' };
}

/** The key of the entry that an item is or belongs to. */
export function toEntryKey(username: string, { sk }: Item): EntryKey {
  const [, form = '', id = ''] = String(sk).split('#');
  return { username, form, id };
}

/** The same, with its author, from a record of the table's stream. */
export function entryKeyOf(item: Item): EntryKey {
  return toEntryKey(String(item['pk']).replace(/^user#/, ''), item);
}

/** What an item is: `entry`, or `withdrawn` for the kept answers of one, or another. */
export function itemKind({ sk }: Item): string {
  return String(sk).split('#', 1)[0] ?? '';
}

export function authorPartitionKey(username: string): string {
  return `user#${username}`;
}

/** A change that is too old for the entry's own list of changes. */
export function pastChangeKey(entry: EntryKey, changeId: string): ItemKey {
  const { pk, sk } = itemKeyOfKind('change', entry);
  return { pk, sk: `${sk}#${changeId}` };
}

function itemKeyOfKind(kind: string, { username, form, id }: EntryKey): ItemKey {
  return { pk: authorPartitionKey(username), sk: `${kind}#${form}#${id}` };
}

/** An entry's item: its key, the index's key and the entry. A withdrawn entry's item has no answers. */
export function toItem(entry: StoredEntry): Item {
  if (!entry.deletedAt) return { ...entryItemKey(entry), ...byFormIndexKey(entry), ...entry };
  const {
    answers: _a,
    derived: _d,
    submitted: _s,
    confirmTo: _c,
    correction: _r,
    ...others
  } = entry;
  const { operations = [], ...rest } = others;
  const { withdrawnVersion = 0 } = entry;
  const since = operations.filter((it) => it.version > withdrawnVersion);
  return { ...entryItemKey(entry), ...rest, operations: since };
}

/** The attributes that an update may set or remove. All others stay as they were inserted. */
export const updatableAttributes = [
  'formKey',
  'formOrder',
  'formVersion',
  'answers',
  'derived',
  'confirmTo',
  'version',
  'updatedAt',
  'deletedAt',
  'withdrawnVersion',
  'answeredIn',
  'correction',
  'operations',
  'submitted',
  'hasFiles',
  'seats',
  'isLate',
  'savedAt',
  'erased',
  'isNoResponse',
];

export function toEntry(item: Item): StoredEntry {
  const { pk: _pk, sk: _sk, formKey: _formKey, formOrder: _formOrder, ...entry } = item;
  return { answers: {}, ...entry } as unknown as StoredEntry;
}

/** The answers of a withdrawn entry, for as long as it can be restored. */
export function toKeptAnswersItem(withdrawn: StoredEntry): Item {
  const { answers, derived, submitted, confirmTo, correction, hasFiles } = withdrawn;
  const { withdrawnVersion = 0, operations = [] } = withdrawn;
  return {
    ...emptyKeptAnswersItem(withdrawn),
    version: withdrawnVersion,
    answers,
    operations: operations.filter((it) => it.version <= withdrawnVersion),
    ...(derived !== undefined && { derived }),
    ...(submitted !== undefined && { submitted }),
    ...(confirmTo !== undefined && { confirmTo }),
    ...(correction && { correction }),
    ...(hasFiles && { hasFiles }),
  };
}

/** Overwrites the kept answers of an erased entry. It expires as they do. */
export function emptyKeptAnswersItem(withdrawn: StoredEntry): Item {
  return {
    ...keptAnswersKey(withdrawn),
    version: withdrawn.version,
    expiresAt: expiryOf(withdrawn.deletedAt ?? ''),
  };
}

/** When DynamoDB may delete what belongs to a withdrawn entry, in seconds since 1970. */
export function expiryOf(deletedAt: string): number {
  return Math.ceil(restorableUntil(deletedAt).getTime() / 1000);
}

/** A withdrawn entry with its kept answers. Without them it counts as erased. */
export function withKeptAnswers(entry: StoredEntry, kept: Item | undefined): StoredEntry {
  if (!kept || kept['version'] !== entry.withdrawnVersion) return { ...entry, erased: true };
  const { pk: _pk, sk: _sk, version: _version, expiresAt: _expiresAt, ...saved } = kept;
  const operations = [
    ...((saved['operations'] ?? []) as AppliedChange[]),
    ...(entry.operations ?? []),
  ];
  return { ...entry, ...saved, operations };
}

function byFormIndexKey(entry: StoredEntry): Item {
  const formKey = formPartitionKey(entry, entry.onHold !== undefined);
  return { formKey, formOrder: sortPosition(entry) };
}
