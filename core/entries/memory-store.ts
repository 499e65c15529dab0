import type { Entry } from '../entry.ts';
import type { EntryKey, EntryStore } from './store.ts';

/** A store for tests and thought: what the table does, without the table. */
export function createMemoryStore(): EntryStore {
  const entries = new Map<string, Entry>();
  return {
    async insert(entry) {
      const existing = entries.get(keyOf(entry));
      if (existing) return { existing };
      entries.set(keyOf(entry), copyOf(entry));
      return {};
    },
    async find(key) {
      return entries.get(keyOf(key));
    },
    async list({ username, form, limit, before }) {
      const found = [...entries.values()]
        .filter((it) => it.username === username && it.form === form && !it.deletedAt)
        .filter((it) => before === undefined || it.id < before)
        .toSorted((a, b) => (a.id < b.id ? 1 : -1));
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return { entries: page, ...(last && found.length > limit && { next: last.id }) };
    },
  };
}

function keyOf({ username, form, id }: EntryKey): string {
  return JSON.stringify([username, form, id]);
}

/** Entries are plain JSON, and `core` has no `structuredClone`. */
function copyOf(entry: Entry): Entry {
  return JSON.parse(JSON.stringify(entry)) as Entry;
}
