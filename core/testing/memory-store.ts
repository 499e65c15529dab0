import { withArrived, withCheck, withoutRecords, type FileRecords } from '../files/file-records.ts';
import {
  authorCounter,
  invitationCounter,
  seatChange,
  withSeats,
  type SeatChange,
} from '../limits/seats.ts';
import { countingReview, type EntryReview, type StoredReview } from '../review/review.ts';
import { noCounts } from '../summary/counts.ts';
import { mostVersions, type EntryVersion } from '../versions/entry-version.ts';
import { createMemoryAssignments } from './memory-assignments.ts';
import { createMemoryComments } from './memory-comments.ts';
import {
  sortPosition,
  type EntryKey,
  type EntryStore,
  type PastChange,
  type StoredEntry,
} from '../entries/store/entry-store.ts';

/** An in-memory implementation of the entry store, for tests. */
export function createMemoryStore(): EntryStore {
  const entries = new Map<string, StoredEntry>();
  const closed = new Map<string, string>();
  const past = new Map<string, PastChange>();
  const taken = new Map<string, number>();
  const reviews = new Map<string, readonly StoredReview[]>();
  const versions = new Map<string, readonly EntryVersion[]>();
  const known = {
    find: (key: EntryKey) => entries.get(keyOf(key)),
    replace: (entry: StoredEntry) => void entries.set(keyOf(entry), entry),
  };
  const { forget: forgetComments, ...comments } = createMemoryComments(known);
  const { forget: forgetAssignments, ...assignments } = createMemoryAssignments(known);

  /** Takes and frees seats, unless a counter is full. @returns the full ones */
  function changeSeats(
    entry: Pick<EntryKey, 'username' | 'form'>,
    { take, free }: SeatChange = { take: [], free: [] },
  ): readonly string[] {
    const takenOf = (counter: string) => taken.get(seatsKey(entry, counter)) ?? 0;
    const full = take.filter(({ counter, max }) => takenOf(counter) >= max);
    if (full.length > 0) return full.map(({ counter }) => counter);
    for (const { counter } of take) taken.set(seatsKey(entry, counter), takenOf(counter) + 1);
    for (const counter of free) taken.set(seatsKey(entry, counter), takenOf(counter) - 1);
    return [];
  }

  /** Changes what an entry records about its files. @returns whether it did */
  function changeFiles(
    key: EntryKey,
    change: (entry: StoredEntry) => FileRecords | undefined,
  ): boolean {
    const entry = entries.get(keyOf(key));
    const records = entry && change(entry);
    if (!records) return false;
    const { filesArrived: _files, fileChecks: _checks, ...rest } = entry;
    const { filesArrived, fileChecks } = records;
    entries.set(keyOf(key), {
      ...rest,
      ...(filesArrived && { filesArrived }),
      ...(fileChecks && { fileChecks }),
    });
    return true;
  }

  return {
    ...comments,
    ...assignments,
    async insert(entry, seats) {
      if (closed.has(entry.username)) return { isClosed: true };
      const existing = entries.get(keyOf(entry));
      if (existing) return { existing };
      const full = changeSeats(entry, seats);
      if (full.length > 0) return { full };
      entries.set(keyOf(entry), jsonCopy(entry));
      return {};
    },
    async closeAuthor(username, at) {
      if (!closed.has(username)) closed.set(username, at);
      return closed.get(username) ?? at;
    },
    async remainingOf(username, limit) {
      const theirs = [...entries.values()].filter((it) => it.username === username && !it.erased);
      return theirs.slice(0, limit).map(({ form, id }) => ({ username, form, id }));
    },
    async find(key) {
      return entries.get(keyOf(key));
    },
    // No mails are sent for entries in memory.
    async mailState() {
      return undefined;
    },
    async update(next, seats, replaced) {
      const current = entries.get(keyOf(next));
      if (current?.version !== next.version - 1) return { done: false, current };
      if (next.onHold && !current.onHold) return { done: false, current };
      const full = changeSeats(next, seats);
      if (full.length > 0) return { done: false, full };
      if (replaced) {
        const others = (versions.get(keyOf(next)) ?? []).filter(
          ({ version }) => version % mostVersions !== replaced.version % mostVersions,
        );
        versions.set(keyOf(next), [...others, replaced]);
      }
      const changed = Object.entries(next)
        .filter((it) => !isKept(it))
        .filter(([name]) => !next.erased || name !== 'onHold');
      const kept = next.erased ? [] : Object.entries(current).filter(isKept);
      const entry = Object.fromEntries([...changed, ...kept]) as unknown as StoredEntry;
      entries.set(keyOf(next), jsonCopy(entry));
      return { done: true };
    },
    async seatsTaken(author, counters) {
      return new Map(
        counters.flatMap((it) => {
          const count = taken.get(seatsKey(author, it));
          return count === undefined ? [] : [[it, count] as const];
        }),
      );
    },
    addArrivedFile: async (key, file, isScanned = false) =>
      changeFiles(key, (entry) => withArrived(entry, file, isScanned)),
    recordFileCheck: async (key, file, check) =>
      changeFiles(key, (entry) => withCheck(entry, file, check)),
    async forgetArrivedFiles(key, files) {
      changeFiles(key, (entry) => withoutRecords(entry, files));
    },
    async release(key, seating) {
      const current = entries.get(keyOf(key));
      if (!current?.onHold) return false;
      const { onHold: _, ...entry } = current;
      const counters = entry.deletedAt ? [] : (seating?.countersFor(entry.answers) ?? []);
      if (changeSeats(key, seatChange([], counters, seating?.counters)).length > 0) return 'full';
      entries.set(keyOf(key), { ...entry, ...withSeats(counters) });
      return true;
    },
    async rememberChange(key, change) {
      past.set(keyOf(key) + change.id, change);
    },
    async recallChange(key, changeId) {
      return past.get(keyOf(key) + changeId);
    },
    // There are no copies of the answers to delete.
    async purge(key) {
      reviews.delete(keyOf(key));
      versions.delete(keyOf(key));
      forgetComments(key);
      forgetAssignments(key);
    },
    async versionsOf(key, wanted) {
      return (versions.get(keyOf(key)) ?? []).filter(({ version }) => wanted.includes(version));
    },
    async copyVersions(from, to) {
      const copies = versions.get(keyOf(from)) ?? [];
      if (copies.length > 0) versions.set(keyOf(to), copies);
    },
    async addReview(key, review) {
      const entry = entries.get(keyOf(key));
      const before = reviews.get(keyOf(key)) ?? [];
      const same = before.find(({ id }) => id === review.id);
      if (same) return { stored: same, isNew: false };
      if (!entry || entry.deletedAt) return undefined;
      const stored = { ...review, number: before.length + 1 };
      reviews.set(keyOf(key), [...before, stored]);
      const counting = countingReview(entry.review, review);
      entries.set(keyOf(key), { ...entry, review: counting, reviewCount: stored.number });
      return { stored, isNew: true };
    },
    async reviewsOf(key) {
      return reviews.get(keyOf(key)) ?? [];
    },
    async copyReviews(from, to) {
      const copies = reviews.get(keyOf(from)) ?? [];
      const entry = entries.get(keyOf(to));
      if (!entry || copies.length === 0) return;
      const own = (reviews.get(keyOf(to)) ?? []).filter(
        (it) => !copies.some(({ id }) => id === it.id),
      );
      const all = [...copies, ...own];
      reviews.set(keyOf(to), all);
      const counting = all.reduce<EntryReview | undefined>(countingReview, undefined);
      entries.set(keyOf(to), {
        ...entry,
        ...(counting && { review: counting }),
        reviewCount: all.length,
      });
    },
    // Nothing expires in memory.
    async alignExpiry() {},
    async reviewNotes(reviewed) {
      const all = reviewed.flatMap(({ key, review }) =>
        (reviews.get(keyOf(key)) ?? []).filter(({ id }) => id === review),
      );
      return new Map(all.flatMap(({ id, note }) => (note === undefined ? [] : [[id, note]])));
    },
    async list({ username, form, limit, before, withdrawnAfter }) {
      const found = [...entries.values()]
        .filter((it) => it.username === username && it.form === form)
        .filter(({ deletedAt, erased }) =>
          withdrawnAfter === undefined ? !deletedAt : !erased && (deletedAt ?? '') > withdrawnAfter,
        )
        .filter((it) => before === undefined || it.id < before)
        .toSorted((a, b) => (a.id < b.id ? 1 : -1));
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return { entries: page, ...(last && found.length > limit && { next: last.id }) };
    },
    async responses({ form, limit, from = '', before = '~', areOnHold = false }) {
      const found = [...entries.values()]
        .filter((it) => it.form === form && !it.deletedAt)
        .filter(({ onHold }) => (onHold !== undefined) === areOnHold)
        .filter((it) => sortPosition(it) >= from && sortPosition(it) < before)
        .toSorted((a, b) => (sortPosition(a) < sortPosition(b) ? 1 : -1));
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return { entries: page, ...(last && found.length > limit && { next: sortPosition(last) }) };
    },
    // Nothing keeps counts in memory.
    async counts() {
      return { counts: noCounts };
    },
  };
}

/** What an update does not touch, unless it erases the entry. */
const keptByUpdates = [
  'filesArrived',
  'fileChecks',
  'review',
  'reviewCount',
  'commentCount',
  'assignedTo',
  'assignmentCount',
];

function isKept([name]: readonly [string, unknown]): boolean {
  return keptByUpdates.includes(name);
}

function seatsKey({ username, form }: Pick<EntryKey, 'username' | 'form'>, counter: string) {
  return JSON.stringify([
    form,
    counter,
    [authorCounter, invitationCounter].includes(counter) && username,
  ]);
}

function keyOf({ username, form, id }: EntryKey): string {
  return JSON.stringify([username, form, id]);
}

/** A deep copy. Entries are plain JSON. */
function jsonCopy(entry: StoredEntry): StoredEntry {
  return JSON.parse(JSON.stringify(entry)) as StoredEntry;
}
