import {
  placeOf,
  type EntryKey,
  type EntryStore,
  type PastOperation,
  type StoredEntry,
} from './store.ts';

/** A store for tests and thought: what the table does, without the table. */
export function createMemoryStore(): EntryStore {
  const entries = new Map<string, StoredEntry>();
  const closed = new Map<string, string>();
  const past = new Map<string, PastOperation>();
  return {
    async insert(entry) {
      if (closed.has(entry.username)) return { isClosed: true };
      const existing = entries.get(keyOf(entry));
      if (existing) return { existing };
      entries.set(keyOf(entry), copyOf(entry));
      return {};
    },
    async close(username, at) {
      if (!closed.has(username)) closed.set(username, at);
      return closed.get(username) ?? at;
    },
    async left(username, limit) {
      const theirs = [...entries.values()].filter((it) => it.username === username && !it.erased);
      return theirs.slice(0, limit).map(({ form, id }) => ({ username, form, id }));
    },
    async find(key) {
      return entries.get(keyOf(key));
    },
    // Nothing sends mail about what is in memory.
    async mailOf() {
      return undefined;
    },
    async update(next) {
      const current = entries.get(keyOf(next));
      if (current?.version !== next.version - 1) return { done: false, current };
      entries.set(keyOf(next), copyOf(next));
      return { done: true };
    },
    async remember(key, operation) {
      past.set(keyOf(key) + operation.id, operation);
    },
    async recall(key, operation) {
      return past.get(keyOf(key) + operation);
    },
    // An update leaves no copy behind.
    async purge() {},
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
    async responses({ form, limit, from = '', before = '~' }) {
      const found = [...entries.values()]
        .filter((it) => it.form === form && !it.deletedAt)
        .filter((it) => placeOf(it) >= from && placeOf(it) < before)
        .toSorted((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1));
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return { entries: page, ...(last && found.length > limit && { next: placeOf(last) }) };
    },
  };
}

function keyOf({ username, form, id }: EntryKey): string {
  return JSON.stringify([username, form, id]);
}

/** Entries are plain JSON, and `core` has no `structuredClone`. */
function copyOf(entry: StoredEntry): StoredEntry {
  return JSON.parse(JSON.stringify(entry)) as StoredEntry;
}
