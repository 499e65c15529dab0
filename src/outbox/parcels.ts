import { write, type Database, type SealedParcel } from '../device/database.ts';
import { copiesOf } from '../device/copies.ts';
import { whyUnkept } from '../device/unkept.ts';
import type { Vault } from '../device/vault.ts';
import type { Chain } from './chain.ts';
import { kept } from './kept.ts';
import { isOnItsWay, nobody, type Parcel } from './parcel.ts';
import type { Queue } from './queue.ts';
import { rested } from './rested.ts';

/** The parcels on this device, each readable with its author's key alone. */
export type Parcels = {
  /** In the order they were saved. */
  of(author: string): Promise<readonly Parcel[]>;
  /**
   * What `step` makes of the parcels of one entry, on the disk once the promise is kept, together with
   * what is forgotten because of it. Throws when the device has no room.
   */
  change(
    author: string,
    entry: string,
    step: (chain: Chain) => Chain,
    also?: Forgotten,
  ): Promise<Chain>;
  /**
   * Gives one entry's parcels, filled in before anybody had signed in, to who says they are theirs: under
   * the ids they have, so that two tabs that do it do it once. Throws when the device has no room.
   */
  claim(author: string, entry: string): Promise<void>;
  /**
   * The same, for what became of a parcel, on a full device as well: what has no room is known to this tab,
   * and what is delivered is deleted, which needs none. Sent again it is answered as it was the first time.
   */
  note(author: string, entry: string, step: (chain: Chain) => Chain): Promise<Chain>;
  queue(author: string): Promise<Queue>;
  setQueue(author: string, queue: Queue): Promise<void>;
  /** Whether a draft of theirs lies here. */
  isHalfTyped(author: string): Promise<boolean>;
  /** Everything of theirs, and the key with it. */
  forget(author: string): Promise<void>;
  /** The same, but for what is not sent, the drafts, and then the key to both. */
  forgetSent(author: string): Promise<void>;
};

/** What goes in the same breath as a step is written. */
export type Forgotten = {
  /** The draft that was sent. */
  readonly spent?: string | undefined;
  /** The form of an entry that is erased: what is half typed of it, and the copies of the form's entries. */
  readonly erasedOf?: string | undefined;
};

type Deps = { readonly database: Database; readonly vault: Vault };
type Kept = SealedParcel & { readonly place: number };

/** What a record is read by: it has another name after each change. */
function nameOf({ place, revision }: Kept): string {
  return `${place}/${revision}`;
}

/** The drafts and the copies of one person, by what they are of. */
function placesOf(author: string): IDBKeyRange {
  return IDBKeyRange.bound([author], [author, []]);
}

/** Whether this very change is on the disk: nothing is sealed twice in the same way. */
function isWritten(
  now: readonly Kept[],
  puts: readonly SealedParcel[],
  deletes: readonly number[],
): boolean {
  const seals = new Set(now.map(({ sealed }) => sealed.nonce.join()));
  const areGone = deletes.every((place) => !now.some((it) => it.place === place));
  return (
    puts.length + deletes.length > 0 &&
    areGone &&
    puts.every(({ sealed }) => seals.has(sealed.nonce.join()))
  );
}

/** Until the operating system says that it is written: a battery may be at its end. */
const strictly = { durability: 'strict' } as const;

export function createParcels({ database, vault }: Deps): Parcels {
  /** Opened once for each revision. */
  let read = new Map<string, Parcel>();
  /** What a full device had no room for: what was delivered, and when to go on. */
  const unkept = new Map<string, readonly Parcel[]>();
  const queues = new Map<string, Queue>();
  /** Answers that lie here, or did a moment ago. */
  const known = new WeakSet<object>();

  async function openAll(records: readonly Kept[]): Promise<readonly Parcel[]> {
    const parcels = await Promise.all(records.map(openOne));
    return parcels.filter((it) => it !== undefined);
  }

  async function openOne(record: Kept): Promise<Parcel | undefined> {
    const before = read.get(nameOf(record));
    if (before) return before;
    const parcel = (await vault.open(record.author, record.sealed)) as Parcel | undefined;
    if (parcel) read.set(nameOf(record), parcel);
    if (parcel?.answers) known.add(parcel.answers);
    return parcel;
  }

  async function recordsOf(author: string): Promise<readonly Kept[]> {
    return (await database((it) => it.getAllFromIndex('parcels', 'author', author))) as Kept[];
  }

  async function of(author: string) {
    const records = await recordsOf(author);
    const current = new Set(records.map(nameOf));
    read = new Map([...read].filter(([name, it]) => it.author !== author || current.has(name)));
    return [...(unkept.get(author) ?? []), ...(await openAll(records))];
  }

  /** What must be written for `after` to stand where `before` stood. */
  async function sealedChanges(records: readonly Kept[], before: Chain, after: Chain) {
    const recordOf = (id: string) => records.find((it) => it.id === id);
    const puts = after
      .filter((it) => !before.includes(it))
      .map(async (parcel): Promise<SealedParcel> => {
        const { id, author, entry, answers } = parcel;
        // Sent before the form asked for it, they wait here until they are delivered; others never come.
        if (parcel.isSensitive && answers && !known.has(answers))
          throw new Error('These answers must not be kept on a device.');
        const { place, revision = 0 } = recordOf(id) ?? {};
        const sealed = await vault.seal(author, parcel);
        const next = { id, author, entry, revision: revision + 1, sealed };
        return place === undefined ? next : { ...next, place };
      });
    const gone = before.filter(({ id }) => !after.some((it) => it.id === id));
    return {
      puts: await Promise.all(puts),
      deletes: gone.flatMap(({ id }) => recordOf(id)?.place ?? []),
    };
  }

  async function change(
    author: string,
    entry: string,
    step: (chain: Chain) => Chain,
    { spent, erasedOf }: Forgotten = {},
  ): Promise<Chain> {
    for (;;) {
      const records = (await database((it) =>
        it.getAllFromIndex('parcels', 'entry', [author, entry]),
      )) as Kept[];
      const before = await openAll(records);
      const after = step(before).map(kept);
      const { puts, deletes } = await sealedChanges(records, before, after);
      // Sealing takes longer than a transaction lives: what was read may have changed since.
      const isDone = await database(async (it) => {
        const transaction = it.transaction(
          ['parcels', 'drafts', 'copies', 'keys'],
          'readwrite',
          strictly,
        );
        const parcels = transaction.objectStore('parcels');
        const drafts = transaction.objectStore('drafts');
        const now = (await parcels.index('entry').getAll([author, entry])) as Kept[];
        // The browser may have cut us off before it told that it was written.
        if (isWritten(now, puts, deletes)) return true;
        if (now.map(nameOf).join() !== records.map(nameOf).join()) return false;
        // Everything of theirs has been forgotten meanwhile, and the key these are sealed with.
        const hasKey = (await transaction.objectStore('keys').count(author)) > 0;
        if (puts.length > 0 && !hasKey) return false;
        const copies = transaction.objectStore('copies');
        const typed =
          erasedOf === undefined
            ? []
            : await drafts.index('place').getAllKeys([author, `${erasedOf}/${entry}`]);
        const listed = erasedOf === undefined ? [] : copiesOf(erasedOf);
        await Promise.all([
          ...puts.map((record) => parcels.put(record)),
          ...deletes.map((place) => parcels.delete(place)),
          ...(spent === undefined ? typed : [spent, ...typed]).map((id) => drafts.delete(id)),
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
      )) as Kept[];
      const opened = await openAll(records);
      const sealed = await Promise.all(
        opened.map(async (it): Promise<SealedParcel> => {
          const own = { ...it, author };
          return { id: it.id, author, entry, revision: 1, sealed: await vault.seal(author, own) };
        }),
      );
      const isDone = await database(async (it) => {
        const transaction = it.transaction('parcels', 'readwrite', strictly);
        const { store } = transaction;
        const now = (await store.index('entry').getAll([nobody, entry])) as Kept[];
        if (now.map(nameOf).join() !== records.map(nameOf).join()) return false;
        const theirs = await store.index('entry').getAll([author, entry]);
        const isNew = ({ id }: SealedParcel) => !theirs.some((other) => other.id === id);
        for (const { id, place } of records)
          if (opened.some((parcel) => parcel.id === id)) void store.delete(place);
        for (const record of sealed.filter(isNew)) void store.put(record);
        await transaction.done;
        return true;
      });
      if (isDone) return;
    }
  }

  async function note(author: string, entry: string, step: (chain: Chain) => Chain) {
    try {
      return await change(author, entry, step);
    } catch (error) {
      if (whyUnkept(error) !== 'no-room') throw error;
      return noteWithoutRoom(author, entry, step);
    }
  }

  async function noteWithoutRoom(author: string, entry: string, step: (chain: Chain) => Chain) {
    const records = (await database((it) =>
      it.getAllFromIndex('parcels', 'entry', [author, entry]),
    )) as Kept[];
    const after = step(await openAll(records));
    const places: number[] = [];
    for (const record of records) {
      const parcel = after.find(({ id }) => id === record.id);
      if (!parcel || !isOnItsWay(parcel)) places.push(record.place);
      if (parcel && !isOnItsWay(parcel))
        unkept.set(author, [...(unkept.get(author) ?? []), parcel]);
      // Instead of what lies there, until that is another.
      else if (parcel) read.set(nameOf(record), parcel);
    }
    await database(async (it) => {
      const { store, done } = it.transaction('parcels', 'readwrite', strictly);
      for (const place of places) void store.delete(place);
      await done;
    });
    return after;
  }

  async function forgetSent(author: string): Promise<void> {
    unkept.delete(author);
    for (;;) {
      const records = await recordsOf(author);
      const waiting = new Set((await openAll(records)).filter(isOnItsWay).map(({ id }) => id));
      const isDone = await database(async (it) => {
        const stores = ['parcels', 'drafts', 'keys', 'queues', 'copies'] as const;
        const transaction = it.transaction(stores, 'readwrite', strictly);
        const parcels = transaction.objectStore('parcels');
        const now = (await parcels.index('author').getAll(author)) as Kept[];
        if (now.map(nameOf).join() !== records.map(nameOf).join()) return false;
        const typed = await transaction
          .objectStore('drafts')
          .index('place')
          .count(placesOf(author));
        void transaction.objectStore('copies').delete(placesOf(author));
        for (const { id, place } of now) if (!waiting.has(id)) void parcels.delete(place);
        if (waiting.size === 0) void transaction.objectStore('queues').delete(author);
        if (waiting.size + typed === 0) void transaction.objectStore('keys').delete(author);
        await transaction.done;
        return true;
      });
      if (isDone) return void (await of(author));
    }
  }

  return {
    of,
    change,
    note,
    claim,
    queue: async (author) =>
      queues.get(author) ?? (await database((it) => it.get('queues', author))) ?? rested,
    async setQueue(author, queue) {
      try {
        await database((it) => write(it, 'queues', (store) => store.put(queue, author)));
        queues.delete(author);
      } catch (error) {
        if (whyUnkept(error) !== 'no-room') throw error;
        queues.set(author, queue);
      }
    },
    isHalfTyped: async (author) =>
      (await database((it) => it.getAllKeysFromIndex('drafts', 'place', placesOf(author)))).length >
      0,
    forgetSent,
    async forget(author) {
      unkept.delete(author);
      queues.delete(author);
      const of = placesOf(author);
      await database(async (it) => {
        const stores = ['parcels', 'drafts', 'keys', 'queues', 'copies'] as const;
        const transaction = it.transaction(stores, 'readwrite', strictly);
        const parcels = transaction.objectStore('parcels');
        const drafts = transaction.objectStore('drafts');
        // What another tab saves meanwhile comes before, and goes as well, or after, with a key of its own.
        const places = await parcels.index('author').getAllKeys(author);
        const typed = await drafts.index('place').getAllKeys(of);
        await Promise.all([
          ...places.map((key) => parcels.delete(key)),
          ...typed.map((key) => drafts.delete(key)),
          transaction.objectStore('copies').delete(of),
          transaction.objectStore('keys').delete(author),
          transaction.objectStore('queues').delete(author),
          transaction.done,
        ]);
      });
    },
  };
}
