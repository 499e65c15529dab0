import {
  write,
  type Database,
  type SealedChange,
  type StoredTransfer,
} from '../../device/device-database.ts';
import { deleteFile } from '../../device/file-pieces.ts';
import { entryCacheKeys } from '../../device/entry-cache.ts';
import { storageFailureOf } from '../../device/storage-failure.ts';
import { deviceKeyName, type Vault } from '../../device/vault.ts';
import type { EntryChanges } from './entry-changes.ts';
import {
  awaitedIn,
  goneWith,
  noLongerListed,
  notStoredYet,
  withoutFilesOf,
} from './files-of-changes.ts';
import { withoutSensitiveAnswers } from './without-sensitive-answers.ts';
import { isUndelivered, type QueuedChange } from './queued-change.ts';
import { nobody } from '../../cloud/session/identity.ts';
import { backoffOfFiles, idleBackoff, type Backoff } from './backoff.ts';
import {
  fromStoredBackoff,
  fromStoredChange,
  toStoredBackoff,
  toStoredChange,
  type StoredChange,
} from './stored-change.ts';

/** The queued changes on this device, encrypted with their authors' keys. */
export type ChangeStore = {
  /** One person's changes, in the order they were saved. */
  of(author: string): Promise<readonly QueuedChange[]>;
  /**
   * Applies `step` to the changes of one entry and writes the result, in one transaction with what is removed
   * because of it. It is on the disk when the promise resolves. Throws when the disk is full.
   */
  update(
    author: string,
    entry: string,
    step: (changes: EntryChanges) => EntryChanges,
    also?: AlsoRemoved,
  ): Promise<EntryChanges>;
  /**
   * Assigns one entry's changes, made while nobody was signed in, to the person who claims them. They keep
   * their ids, so two tabs can do this at once. Throws when the disk is full.
   */
  claim(author: string, entry: string): Promise<void>;
  /**
   * Like `update`, for the outcome of an attempt, and works on a full disk: the outcome is then kept in memory,
   * and delivered changes are deleted. If one is sent again later, the server answers as it did before.
   */
  updateOnFullDevice(
    author: string,
    entry: string,
    step: (changes: EntryChanges) => EntryChanges,
    also?: AlsoRemoved,
  ): Promise<EntryChanges>;
  backoff(author: string): Promise<Backoff>;
  setBackoff(author: string, backoff: Backoff): Promise<void>;
  /** The files that their changes refer to and that are not sent yet. */
  transfers(author: string): Promise<readonly StoredTransfer[]>;
  /** Has files wait that are on this device, unless they do already. Throws when the disk is full. */
  addTransfers(transfers: readonly StoredTransfer[]): Promise<void>;
  /** Whether they have a draft on this device. */
  hasDraft(author: string): Promise<boolean>;
  /** Deletes everything of theirs, including the key. */
  forget(author: string): Promise<void>;
  /** Deletes everything but unsent changes and drafts; without either, the key as well. */
  forgetSent(author: string): Promise<void>;
};

/** What is deleted in the same transaction. */
export type AlsoRemoved = {
  /** The draft that was sent. */
  readonly sentDraft?: string | undefined;
  /** The form of an erased entry: drafts of changes to it, and the form's cached entries, are deleted. */
  readonly erasedOf?: string | undefined;
};

type Deps = { readonly database: Database; readonly vault: Vault };
type ChangeRecord = Required<SealedChange>;

/** The key of `read`: a record gets a new one with each revision. */
function recordNameOf({ place: key, revision }: ChangeRecord): string {
  return `${key}/${revision}`;
}

function transfersOf(author: string, entry: string): IDBKeyRange {
  return IDBKeyRange.bound([author, entry], [author, entry, []]);
}

/** All drafts, cached entries or transfers of one person. */
function rangeOfAuthor(author: string): IDBKeyRange {
  return IDBKeyRange.bound([author], [author, []]);
}

/** Whether exactly these writes are on the disk: each encryption has a nonce of its own. */
function isWritten(
  now: readonly ChangeRecord[],
  puts: readonly SealedChange[],
  deletes: readonly number[],
): boolean {
  const seals = new Set(now.map(({ sealed }) => sealed.nonce.join()));
  const areGone = deletes.every((recordKey) => !now.some((it) => it.place === recordKey));
  return (
    puts.length + deletes.length > 0 &&
    areGone &&
    puts.every(({ sealed }) => seals.has(sealed.nonce.join()))
  );
}

/** Waits until the operating system has written it: the battery may be almost empty. */
const strictDurability = { durability: 'strict' } as const;

export function createChangeStore({ database, vault }: Deps): ChangeStore {
  /** Decrypted changes, so that each revision is decrypted once. */
  let read = new Map<string, QueuedChange>();
  /** What a full disk could not store: delivered changes, and when to try again. */
  const inMemory = new Map<string, readonly QueuedChange[]>();
  const backoffs = new Map<string, Backoff>();
  /** Answers that came from the disk. */
  const storedAnswers = new WeakSet<object>();

  async function openAll(records: readonly ChangeRecord[]): Promise<readonly QueuedChange[]> {
    const changes = await Promise.all(records.map(openOne));
    return changes.filter((it) => it !== undefined);
  }

  async function openOne(record: ChangeRecord): Promise<QueuedChange | undefined> {
    const before = read.get(recordNameOf(record));
    if (before) return before;
    const stored = (await vault.open(record.author, record.sealed)) as StoredChange | undefined;
    if (!stored) return undefined;
    const change = fromStoredChange(stored);
    read.set(recordNameOf(record), change);
    if (change.answers) storedAnswers.add(change.answers);
    return change;
  }

  async function recordsOf(author: string): Promise<readonly ChangeRecord[]> {
    return (await database((it) =>
      it.getAllFromIndex('parcels', 'author', author),
    )) as ChangeRecord[];
  }

  async function of(author: string) {
    const records = await recordsOf(author);
    const current = new Set(records.map(recordNameOf));
    read = new Map([...read].filter(([name, it]) => it.author !== author || current.has(name)));
    return [...(inMemory.get(author) ?? []), ...(await openAll(records))];
  }

  /** The writes that turn `before` into `after`. */
  async function sealedChanges(
    records: readonly ChangeRecord[],
    before: EntryChanges,
    after: EntryChanges,
  ) {
    const recordOf = (id: string) => records.find((it) => it.id === id);
    const puts = after
      .filter((it) => !before.includes(it))
      .map(async (change): Promise<SealedChange> => {
        const { id, author, entry, answers } = change;
        // Only answers from before the form became sensitive may stay until they are delivered.
        if (change.isSensitive && answers && !storedAnswers.has(answers))
          throw new Error('These answers must not be kept on a device.');
        const { place: recordKey, revision = 0 } = recordOf(id) ?? {};
        const sealed = await vault.seal(author, toStoredChange(change));
        const next = { id, author, entry, revision: revision + 1, sealed };
        return recordKey === undefined ? next : { ...next, place: recordKey };
      });
    const gone = before.filter(({ id }) => !after.some((it) => it.id === id));
    return {
      puts: await Promise.all(puts),
      deletes: gone.flatMap(({ id }) => recordOf(id)?.place ?? []),
    };
  }

  /** What is sent as another entry cannot list files that went with this one. */
  async function withoutGoneFiles(entry: string, changes: EntryChanges): Promise<EntryChanges> {
    if (changes.every((it) => it.entry === entry)) return changes;
    const gone = await database((it) => goneWith(entry, changes, it.transaction('files').store));
    return withoutFilesOf(entry, changes, gone);
  }

  async function update(
    author: string,
    entry: string,
    step: (changes: EntryChanges) => EntryChanges,
    { sentDraft, erasedOf }: AlsoRemoved = {},
  ): Promise<EntryChanges> {
    for (;;) {
      const records = (await database((it) =>
        it.getAllFromIndex('parcels', 'entry', [author, entry]),
      )) as ChangeRecord[];
      const before = await openAll(records);
      const after = await withoutGoneFiles(entry, step(before).map(withoutSensitiveAnswers));
      const { puts, deletes } = await sealedChanges(records, before, after);
      // Encrypting outlasts a transaction: another tab may have written in between.
      const isDone = await database(async (it) => {
        const transaction = it.transaction(
          ['parcels', 'drafts', 'copies', 'keys', 'files', 'transfers'],
          'readwrite',
          strictDurability,
        );
        const changes = transaction.objectStore('parcels');
        const drafts = transaction.objectStore('drafts');
        const now = (await changes.index('entry').getAll([author, entry])) as ChangeRecord[];
        // The connection may have been cut after the write, before we heard of it.
        if (isWritten(now, puts, deletes)) return true;
        if (now.map(recordNameOf).join() !== records.map(recordNameOf).join()) return false;
        // Everything of theirs was deleted meanwhile, including the key.
        const hasKey = (await transaction.objectStore('keys').count(author)) > 0;
        if (puts.length > 0 && !hasKey) return false;
        const copies = transaction.objectStore('copies');
        const typed =
          erasedOf === undefined
            ? []
            : await drafts.index('place').getAllKeys([author, `${erasedOf}/${entry}`]);
        const listed = erasedOf === undefined ? [] : entryCacheKeys(erasedOf);
        const transfers = transaction.objectStore('transfers');
        const files = transaction.objectStore('files');
        // A file has arrived meanwhile, and left this device.
        if ((await goneWith(entry, after, files)).size > 0) return false;
        const added = await notStoredYet(awaitedIn(after), transfers, files);
        const unwanted =
          erasedOf === undefined
            ? noLongerListed(before, after).map((file) => IDBKeyRange.only([author, entry, file]))
            : [transfersOf(author, entry)];
        await Promise.all([
          ...unwanted.map((key) => transfers.delete(key)),
          ...added.map((it) => transfers.put(it)),
          ...puts.map((record) => changes.put(record)),
          ...deletes.map((recordKey) => changes.delete(recordKey)),
          ...(sentDraft === undefined ? typed : [sentDraft, ...typed]).map((id) =>
            drafts.delete(id),
          ),
          ...listed.map((of) => copies.delete([author, of])),
          transaction.done,
        ]);
        return true;
      });
      if (isDone) return after;
    }
  }

  async function claim(author: string, entry: string): Promise<void> {
    for (;;) {
      const records = (await database((it) =>
        it.getAllFromIndex('parcels', 'entry', [nobody, entry]),
      )) as ChangeRecord[];
      const opened = await openAll(records);
      const claimed = await Promise.all(
        opened.map(async (it): Promise<SealedChange> => {
          const sealed = await vault.seal(author, toStoredChange({ ...it, author }));
          return { id: it.id, author, entry, revision: 1, sealed };
        }),
      );
      const isDone = await database(async (it) => {
        const stores = ['parcels', 'files', 'transfers'] as const;
        const transaction = it.transaction(stores, 'readwrite', strictDurability);
        const store = transaction.objectStore('parcels');
        const now = (await store.index('entry').getAll([nobody, entry])) as ChangeRecord[];
        if (now.map(recordNameOf).join() !== records.map(recordNameOf).join()) return false;
        const theirs = await store.index('entry').getAll([author, entry]);
        const isNew = ({ id }: SealedChange) => !theirs.some((other) => other.id === id);
        for (const { id, place: recordKey } of records)
          if (opened.some((change) => change.id === id)) await store.delete(recordKey);
        for (const record of claimed.filter(isNew)) await store.put(record);
        const transfers = transaction.objectStore('transfers');
        for (const transfer of await transfers.getAll(transfersOf(nobody, entry))) {
          const file = await transaction.objectStore('files').get(transfer.file);
          if (file) await transaction.objectStore('files').put({ ...file, author });
          await transfers.delete([nobody, entry, transfer.file]);
          await transfers.put({ ...transfer, author });
        }
        await transaction.done;
        return true;
      });
      if (isDone) return;
    }
  }

  async function updateOnFullDevice(
    author: string,
    entry: string,
    step: (changes: EntryChanges) => EntryChanges,
    also?: AlsoRemoved,
  ) {
    try {
      return await update(author, entry, step, also);
    } catch (error) {
      if (storageFailureOf(error) !== 'no-room') throw error;
      return updateInMemory(author, entry, step);
    }
  }

  async function updateInMemory(
    author: string,
    entry: string,
    step: (changes: EntryChanges) => EntryChanges,
  ) {
    const records = (await database((it) =>
      it.getAllFromIndex('parcels', 'entry', [author, entry]),
    )) as ChangeRecord[];
    const after = step(await openAll(records));
    const recordKeys: number[] = [];
    for (const record of records) {
      const change = after.find(({ id }) => id === record.id);
      if (!change || !isUndelivered(change)) recordKeys.push(record.place);
      if (change && !isUndelivered(change))
        inMemory.set(author, [...(inMemory.get(author) ?? []), change]);
      // Replaces the record until another revision is written.
      else if (change) read.set(recordNameOf(record), change);
    }
    await database(async (it) => {
      const { store, done } = it.transaction('parcels', 'readwrite', strictDurability);
      for (const recordKey of recordKeys) await store.delete(recordKey);
      await done;
    });
    return after;
  }

  async function forgetSent(author: string): Promise<void> {
    inMemory.delete(author);
    for (;;) {
      const records = await recordsOf(author);
      const waiting = new Set((await openAll(records)).filter(isUndelivered).map(({ id }) => id));
      const isDone = await database(async (it) => {
        const stores = ['parcels', 'drafts', 'keys', 'queues', 'copies'] as const;
        const transaction = it.transaction(stores, 'readwrite', strictDurability);
        const changes = transaction.objectStore('parcels');
        const now = (await changes.index('author').getAll(author)) as ChangeRecord[];
        if (now.map(recordNameOf).join() !== records.map(recordNameOf).join()) return false;
        const typed = await transaction
          .objectStore('drafts')
          .index('place')
          .count(rangeOfAuthor(author));
        await transaction.objectStore('copies').delete(rangeOfAuthor(author));
        for (const { id, place: recordKey } of now)
          if (!waiting.has(id)) await changes.delete(recordKey);
        if (waiting.size === 0) await transaction.objectStore('queues').delete(author);
        if (waiting.size + typed === 0) await transaction.objectStore('keys').delete(author);
        await transaction.done;
        return true;
      });
      if (isDone) return void (await of(author));
    }
  }

  return {
    of,
    update,
    updateOnFullDevice,
    claim,
    async backoff(author) {
      const inThisTab = backoffs.get(author);
      if (inThisTab) return inThisTab;
      const stored = await database((it) => it.get('queues', author));
      return stored ? fromStoredBackoff(stored) : idleBackoff;
    },
    async setBackoff(author, backoff) {
      try {
        const stored = toStoredBackoff(backoff);
        await database((it) => write(it, 'queues', (store) => store.put(stored, author)));
        backoffs.delete(author);
      } catch (error) {
        if (storageFailureOf(error) !== 'no-room') throw error;
        backoffs.set(author, backoff);
      }
    },
    transfers: (author) => database((it) => it.getAllFromIndex('transfers', 'author', author)),
    async addTransfers(wanted) {
      await database(async (it) => {
        const transaction = it.transaction(['files', 'transfers'], 'readwrite', strictDurability);
        const transfers = transaction.objectStore('transfers');
        const added = await notStoredYet(wanted, transfers, transaction.objectStore('files'));
        for (const transfer of added) await transfers.put(transfer);
        await transaction.done;
      });
    },
    hasDraft: async (author) =>
      (await database((it) => it.getAllKeysFromIndex('drafts', 'place', rangeOfAuthor(author))))
        .length > 0,
    forgetSent,
    async forget(author) {
      inMemory.delete(author);
      backoffs.delete(author);
      const of = rangeOfAuthor(author);
      await database(async (it) => {
        const stores = [
          'parcels',
          'drafts',
          'keys',
          'queues',
          'copies',
          'files',
          'filePieces',
          'transfers',
        ] as const;
        const transaction = it.transaction(stores, 'readwrite', strictDurability);
        const changes = transaction.objectStore('parcels');
        const drafts = transaction.objectStore('drafts');
        const files = transaction.objectStore('files');
        const pieces = transaction.objectStore('filePieces');
        // Another tab's write comes before this and is deleted too, or after it with a new key.
        const recordKeys = await changes.index('author').getAllKeys(author);
        const typed = await drafts.index('place').getAllKeys(of);
        const theirFiles = await files.index('author').getAllKeys(author);
        await Promise.all([
          ...theirFiles.map((id) => deleteFile(files, pieces, id)),
          transaction.objectStore('transfers').delete(of),
          transaction.objectStore('queues').delete(backoffOfFiles(author)),
          ...recordKeys.map((key) => changes.delete(key)),
          ...typed.map((key) => drafts.delete(key)),
          transaction.objectStore('copies').delete(of),
          transaction.objectStore('keys').delete(author),
          ...(author === nobody ? [transaction.objectStore('keys').delete(deviceKeyName)] : []),
          transaction.objectStore('queues').delete(author),
          transaction.done,
        ]);
      });
    },
  };
}
