import { placeOf, type EntryKey, type Operation, type StoredEntry } from '#core/entries/store.ts';
import { lastMoment } from '#core/entries/withdrawn.ts';
import type { Item, ItemKey } from './table.ts';

/** How entries lie in the table, and why so: docs/decisions/0007-what-stays-of-a-withdrawn-entry.md. */
export function keyOf(entry: EntryKey): ItemKey {
  return keyBeside('entry', entry);
}

/** A form's own part of the index. */
export function formKeyOf(form: string): string {
  return `form#${form}`;
}

export function idOf(sortKey: string): string {
  return sortKey.slice(sortKey.lastIndexOf('#') + 1);
}

/** Beside a withdrawn entry lies what it said, in an item that expires. */
export function keptKeyOf(entry: EntryKey): ItemKey {
  return keyBeside('withdrawn', entry);
}

/** Beside an entry lies what became of the mail about it: to its author, and to the form's owners. */
export function markerKey(kind: 'confirmation' | 'notice', entry: EntryKey): ItemKey {
  return keyBeside(kind === 'notice' ? 'notice' : 'mail', entry);
}

/** In a person's own part of the table: which of their entries had a mail in an hour, of which it has the name. */
export function quotaKey(
  kind: 'confirmation' | 'notice',
  { username, createdAt }: Pick<StoredEntry, 'username' | 'createdAt'>,
): ItemKey {
  return { pk: partitionOf(username), sk: `hour#${kind}#${createdAt.slice(0, 13)}` };
}

/** In a closed person's own part of the table, for ever: nothing of theirs is taken any more. */
export function closedKey(username: string): ItemKey {
  return { pk: partitionOf(username), sk: 'closed' };
}

/** Which entry an item is, or is about. */
export function entryKeyOf(username: string, { sk }: Item): EntryKey {
  const [, form = '', id = ''] = String(sk).split('#');
  return { username, form, id };
}

export function partitionOf(username: string): string {
  return `user#${username}`;
}

/** Beside an entry lies each change that it remembers no longer. */
export function pastKey(entry: EntryKey, operation: string): ItemKey {
  const { pk, sk } = keyBeside('change', entry);
  return { pk, sk: `${sk}#${operation}` };
}

function keyBeside(kind: string, { username, form, id }: EntryKey): ItemKey {
  return { pk: partitionOf(username), sk: `${kind}#${form}#${id}` };
}

/** The item of an entry: its key, the index's key, and the entry itself; a withdrawn one says nothing. */
export function toItem(entry: StoredEntry): Item {
  if (!entry.deletedAt) return { ...keyOf(entry), ...indexKeyOf(entry), ...entry };
  const { answers: _a, derived: _d, submitted: _s, confirmTo: _c, ...others } = entry;
  const { operations = [], ...rest } = others;
  const { withdrawnVersion = 0 } = entry;
  const since = operations.filter((it) => it.version > withdrawnVersion);
  return { ...keyOf(entry), ...rest, operations: since };
}

/** What an update may set or remove; the rest of an item stays as it was inserted. */
export const changeable = [
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
  'operations',
  'submitted',
  'erased',
];

export function toEntry(item: Item): StoredEntry {
  const { pk: _pk, sk: _sk, formKey: _formKey, formOrder: _formOrder, ...entry } = item;
  return { answers: {}, ...entry } as unknown as StoredEntry;
}

/** What a withdrawn entry said, for as long as it can be restored. */
export function toKeptItem(withdrawn: StoredEntry): Item {
  const { answers, derived, submitted, confirmTo, operations = [] } = withdrawn;
  const { withdrawnVersion = 0 } = withdrawn;
  return {
    ...emptyKeptItem(withdrawn),
    version: withdrawnVersion,
    answers,
    operations: operations.filter((it) => it.version <= withdrawnVersion),
    ...(derived !== undefined && { derived }),
    ...(submitted !== undefined && { submitted }),
    ...(confirmTo !== undefined && { confirmTo }),
  };
}

/** Nothing, where once was something; it expires like the other. */
export function emptyKeptItem(withdrawn: StoredEntry): Item {
  const expires = lastMoment(withdrawn.deletedAt ?? '').getTime();
  return {
    ...keptKeyOf(withdrawn),
    version: withdrawn.version,
    expiresAt: Math.ceil(expires / 1000),
  };
}

/** A withdrawn entry together with what it said; without it, an erased one. */
export function withKept(entry: StoredEntry, kept: Item | undefined): StoredEntry {
  if (!kept || kept['version'] !== entry.withdrawnVersion) return { ...entry, erased: true };
  const { pk: _pk, sk: _sk, version: _version, expiresAt: _expiresAt, ...said } = kept;
  const operations = [...((said['operations'] ?? []) as Operation[]), ...(entry.operations ?? [])];
  return { ...entry, ...said, operations };
}

function indexKeyOf(entry: StoredEntry): Item {
  return { formKey: formKeyOf(entry.form), formOrder: placeOf(entry) };
}
