import type { Entry } from '../entry.ts';

/** Where an entry is kept: in its author's own part of the table. */
export type EntryKey = Pick<Entry, 'username' | 'form' | 'id'>;

export type Page = {
  readonly entries: readonly Entry[];
  /** The id to go on after; absent on the last page. */
  readonly next?: string;
};

export type ListRequest = {
  readonly username: string;
  readonly form: string;
  /** At most this many entries. */
  readonly limit: number;
  /** Only entries with an id before this one. */
  readonly before?: string;
};

/** The port to the table. Each implementation passes `store.contract.ts`. */
export type EntryStore = {
  /** Stores a new entry, or gives the one that already has its key. Never both, never twice. */
  insert(entry: Entry): Promise<{ readonly existing?: Entry }>;
  find(key: EntryKey): Promise<Entry | undefined>;
  /** One author's entries of one form, the highest id first; withdrawn ones left out. */
  list(request: ListRequest): Promise<Page>;
};
