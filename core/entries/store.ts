import type { Entry } from '../entry.ts';

/** Where an entry is kept: in its author's own part of the table. */
export type EntryKey = Pick<Entry, 'username' | 'form' | 'id'>;

/** An entry, with what the store remembers so that a repeat is answered as the first was. */
export type StoredEntry = Entry & {
  /** The latest changes, the newest last. */
  readonly operations?: readonly Operation[];
  /** The digest of what was submitted, from when the answers are others. */
  readonly submitted?: string;
  /**
   * The author's own address, as their account had proven it when they submitted; only where the form confirms
   * its entries. Told to nobody, and gone where the answers go.
   */
  readonly confirmTo?: string;
  /** While it is withdrawn: the version that can be restored. */
  readonly withdrawnVersion?: number;
  /** Withdrawn, and the answers are no more: only the id stays, so that it is never used again. */
  readonly erased?: true;
};

/** A change that was made. */
export type Operation = {
  /** The UUID its sender gave it. */
  readonly id: string;
  /** Of what was asked for. */
  readonly digest: string;
  /** The version it made, and when. */
  readonly version: number;
  readonly at: string;
};

/** A change made long ago. Its digest only where that says nothing of the answers. */
export type PastOperation = Omit<Operation, 'digest'> & { readonly digest?: string };

export type Page = {
  /** As many as were asked for, as long as there are any: fewer only where the search had to be broken off. */
  readonly entries: readonly StoredEntry[];
  /** The id to go on after; absent on the last page. */
  readonly next?: string | undefined;
};

export type ListRequest = {
  readonly username: string;
  readonly form: string;
  /** At most this many entries. */
  readonly limit: number;
  /** Only entries with an id before this one. */
  readonly before?: string;
  /** ISO 8601: only entries withdrawn after this time. Left out: only entries not withdrawn. */
  readonly withdrawnAfter?: string;
};

/** Where an entry stands among a form's entries: text that sorts by time. */
export type Place = string;

export function placeOf({ createdAt, id }: Pick<Entry, 'createdAt' | 'id'>): Place {
  return `${createdAt}#${id}`;
}

export type ResponsesRequest = {
  readonly form: string;
  /** At most this many entries. */
  readonly limit: number;
  /** Only entries that stand here or later; a day will do. */
  readonly from?: Place;
  /** Only entries that stand before this. */
  readonly before?: Place;
};

export type ResponsesPage = {
  /** As many as were asked for, as long as there are any. */
  readonly entries: readonly StoredEntry[];
  /** The place to go on before; absent on the last page. */
  readonly next?: Place | undefined;
};

/** Another change came first; `current` is what it made. */
export type Updated =
  | { readonly done: true }
  | { readonly done: false; readonly current: StoredEntry | undefined };

/** How far the mail that confirms an entry has come. */
export type MailState = {
  /** Withheld: its author had been sent enough mails in that hour. */
  readonly state: 'sending' | 'sent' | 'refused' | 'withheld';
  /** ISO 8601: since when. */
  readonly at: string;
  /** Of a refusal, in the provider's words. */
  readonly code?: string;
};

/**
 * Milliseconds after an author was closed, from when on no entry of theirs is stored any more: an insert that
 * takes long looks again before that.
 */
export const settling = 2000;

/** The port to the table. Each implementation passes `store.contract.ts`. */
export type EntryStore = {
  /** Stores a new entry, or gives the one that already has its key. Never both, never twice. */
  insert(entry: StoredEntry): Promise<Inserted>;
  /** Takes no new entry of an author from now on, for ever. @returns since when: ISO 8601 */
  close(username: string, at: string): Promise<string>;
  /** Entries of an author of which something is left, of whatever form; the withdrawn ones among them. */
  left(username: string, limit: number): Promise<readonly EntryKey[]>;
  /** An entry, withdrawn or not. A withdrawn one whose time is over may come without its answers. */
  find(key: EntryKey): Promise<StoredEntry | undefined>;
  /** Absent when no mail was to be sent, or not yet. */
  mailOf(key: EntryKey): Promise<MailState | undefined>;
  /** Stores the next version of an entry, if the one stored is the version just before. */
  update(next: StoredEntry): Promise<Updated>;
  /** Keeps a change that an entry remembers no longer, without a word of what was answered. */
  remember(key: EntryKey, operation: PastOperation): Promise<void>;
  /** A change that was kept so, by its sender's name for it. */
  recall(key: EntryKey, operation: string): Promise<PastOperation | undefined>;
  /** Leaves nothing anywhere of what an erased entry said. Doing it twice is doing it once. */
  purge(erased: StoredEntry): Promise<void>;
  /** One author's entries of one form, the highest id first. */
  list(request: ListRequest): Promise<Page>;
  /** Everyone's entries of one form that are not withdrawn, the newest first. May be a moment behind. */
  responses(request: ResponsesRequest): Promise<ResponsesPage>;
};

export type Inserted = {
  readonly existing?: StoredEntry;
  /** Its author was closed: nothing is stored. */
  readonly isClosed?: true;
};
