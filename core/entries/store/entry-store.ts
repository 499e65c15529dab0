import type { Entry } from '../../form/entry.ts';
import type { FileCheck, FileChecks } from '../../files/file-check.ts';
import type { Seating, SeatChange } from '../../limits/seats.ts';
import type { Counts } from '../../summary/counts.ts';
import type { HoldReason } from '../../shield/hold-reason.ts';
import type { AssignmentStore } from '../../assignments/assignment-store.ts';
import type { CommentStore } from '../../comments/comment-store.ts';
import type { ReviewStore } from '../../review/review-store.ts';
import type { EntryVersion } from '../../versions/entry-version.ts';
import type { VersionStore } from '../../versions/version-store.ts';
import type { CountedEntry } from './counted-entry.ts';

/** The key of an entry. Each author's entries are stored together. */
export type EntryKey = Pick<Entry, 'username' | 'form' | 'id'>;

/** An entry with the records needed to answer a retry like the first attempt. */
export type StoredEntry = Entry &
  CountedEntry & {
    /** The latest changes, newest last. */
    readonly operations?: readonly AppliedChange[];
    /** The digest of the submitted answers, once a revision has replaced them. */
    readonly submitted?: string;
    /**
     * The verified address of the author's account at the time of submission, only if the form sends confirmations.
     * Never sent to anyone, and erased together with the answers.
     */
    readonly confirmTo?: string;
    /** The counters of the form that count it, so that each counts it once: core/limits/seats.ts. */
    readonly seats?: readonly string[];
    /** The version that had these answers first, and since when, if it was withdrawn or restored since. */
    readonly answeredIn?: { readonly version: number; readonly at: string };
    /** While withdrawn: the version that can be restored. */
    readonly withdrawnVersion?: number;
    /** The answers refer to files, or did in an earlier version, so that there may be some to erase. */
    readonly hasFiles?: true;
    /** What the scan for malware says about its files, by id. Only of those that arrived while files are scanned. */
    readonly fileChecks?: FileChecks;
    /** It was sent from a device without an account, and adopted by its author later. */
    readonly isAdopted?: true;
    /** Why it is on hold: it is no response until an owner releases it. Its author does not notice. */
    readonly onHold?: readonly HoldReason[];
    /** Over how many partitions of the index its form was spread when it was stored, if over more than one. */
    readonly shards?: number;
    /** Erased, and never a response that was withdrawn: it was on hold, or its author has adopted it. */
    readonly isNoResponse?: true;
  };

/** A record of a change that was applied. */
export type AppliedChange = {
  /** The change's id, a UUID made by the sender. */
  readonly id: string;
  /** The digest of what the change asked for. */
  readonly digest: string;
  /** The version that the change made, and when. */
  readonly version: number;
  readonly at: string;
};

/** A record of an older change. It has a digest only if that reveals nothing about answers. */
export type PastChange = Omit<AppliedChange, 'digest'> & { readonly digest?: string };

export type EntriesPage = {
  /** Full up to the limit, unless these are the last ones or the search had to stop early. */
  readonly entries: readonly StoredEntry[];
  /** The id to continue after; absent on the last page. */
  readonly next?: string | undefined;
};

export type ListRequest = {
  readonly username: string;
  readonly form: string;
  /** At most this many entries. */
  readonly limit: number;
  /** Only entries with an id before this one. */
  readonly before?: string;
  /** ISO 8601: only entries withdrawn after this time. Without it, only entries that are not withdrawn. */
  readonly withdrawnAfter?: string;
};

/** The position of an entry among a form's entries: text that sorts by time. */
export type SortPosition = string;

export function sortPosition({ createdAt, id }: Pick<Entry, 'createdAt' | 'id'>): SortPosition {
  return `${createdAt}#${id}`;
}

export type ResponsesRequest = {
  readonly form: string;
  /** At most this many entries. */
  readonly limit: number;
  /** Only entries at or after this position, which may be just a date. */
  readonly from?: SortPosition;
  /** Only entries before this position. */
  readonly before?: SortPosition;
  /** Those on hold instead of the others. */
  readonly areOnHold?: boolean;
};

export type ResponsesPage = {
  /** Full up to the limit, unless these are the last ones, or very large. */
  readonly entries: readonly StoredEntry[];
  /** The position to continue before; absent on the last page. */
  readonly next?: SortPosition | undefined;
};

/** Not done if another change came first: `current` is the entry as it is now. Or if counters have no seat left. */
export type UpdateResult =
  | { readonly done: true }
  | { readonly done: false; readonly full: readonly string[]; readonly current?: undefined }
  | {
      readonly done: false;
      readonly current: StoredEntry | undefined;
      readonly full?: undefined;
    };

/** The state of the mail that confirms an entry. */
export type MailState = {
  /** `withheld`: the author had already been sent the maximum number of mails in that hour. */
  readonly state: 'sending' | 'sent' | 'refused' | 'withheld';
  /** Since when (ISO 8601). */
  readonly at: string;
  /** Why the mail was refused, as the provider's error code. */
  readonly code?: string;
};

/**
 * Milliseconds after closing an author until it is certain that no entry of theirs is stored any more. A slow
 * insert checks again before that.
 */
export const settlingTime = 2000;

/** The port to the table. Each implementation passes `entry-store.contract.ts`. */
export type EntryStore = ReviewStore &
  CommentStore &
  AssignmentStore &
  VersionStore & {
    /**
     * Stores a new entry and takes its seats, or returns the existing one with the same key, or the counters without a
     * seat left. Atomic. It may be withdrawn: `adopt.ts`.
     */
    insert(entry: StoredEntry, seats?: SeatChange): Promise<InsertResult>;
    /** Permanently stops accepting new entries of an author. @returns since when (ISO 8601) */
    closeAuthor(username: string, at: string): Promise<string>;
    /** Entries of an author that are not erased, of any form, including withdrawn ones. */
    remainingOf(username: string, limit: number): Promise<readonly EntryKey[]>;
    /** Finds an entry, even if withdrawn. One that can no longer be restored may come without its answers. */
    find(key: EntryKey): Promise<StoredEntry | undefined>;
    /** The state of an entry's confirmation mail; absent if there is none, or not yet. */
    mailState(key: EntryKey): Promise<MailState | undefined>;
    /**
     * Stores the next version of an entry, if the stored version is the one just before it. `filesArrived`, `fileChecks`,
     * `review`, `assignedTo` and the numbers of reviews, comments and assignments stay as they are stored, because these
     * arrive at any time; an erased entry has none. Not if the entry was on hold when it was read, and has been released
     * since. Its seats change at the same moment.
     * @param replaced what it answered until now, to be kept beside it at the same moment
     */
    update(next: StoredEntry, seats?: SeatChange, replaced?: EntryVersion): Promise<UpdateResult>;
    /**
     * Has what is beside a withdrawn entry expire with its answers, and what is beside a restored one stay, if the stored
     * entry says that there may be any. Idempotent.
     */
    alignExpiry(key: EntryKey): Promise<void>;
    /** How many seats of a form are taken, by counter. A hint, as it may change at once. */
    seatsTaken(
      author: Pick<EntryKey, 'username' | 'form'>,
      counters: readonly string[],
    ): Promise<ReadonlyMap<string, number>>;
    /** Records a change that is dropped from the entry itself. The record must not reveal answers. */
    rememberChange(key: EntryKey, change: PastChange): Promise<void>;
    /** Finds a change recorded by `rememberChange`. */
    recallChange(key: EntryKey, changeId: string): Promise<PastChange | undefined>;
    /**
     * Records that a file has arrived, without a new version of the entry.
     * @param isScanned it stays closed until `recordFileCheck` says that nothing was found in it
     * @returns whether the entry is there, is not withdrawn, and refers to the file, in which no malware was found
     */
    addArrivedFile(key: EntryKey, file: string, isScanned?: boolean): Promise<boolean>;
    /**
     * Records what a scan says about some bytes under the id of a file, even of a withdrawn entry, without a new
     * version. Idempotent, in any order: `core/files/file-check.ts`.
     * @returns whether the entry is there, and not erased
     */
    recordFileCheck(key: EntryKey, file: string, check: FileCheck): Promise<boolean>;
    /** Removes files from those that have arrived, and the results of their scans. Idempotent. */
    forgetArrivedFiles(key: EntryKey, files: readonly string[]): Promise<void>;
    /**
     * Makes an entry on hold a response like the others, without a new version: its author may be changing it. It then
     * takes its seats, unless it is withdrawn.
     * @param at now, if owners get mail about it: only now it is a new entry for them
     * @returns whether it was on hold; `full`, and it stays on hold, if there is no seat left
     */
    release(key: EntryKey, seating?: Seating, at?: string): Promise<boolean | 'full'>;
    /** Deletes every copy of an erased entry's answers, its earlier versions, its reviews, comments and assignments. Idempotent. */
    purge(erased: StoredEntry): Promise<void>;
    /** One author's entries of one form, highest id first. */
    list(request: ListRequest): Promise<EntriesPage>;
    /** Everyone's entries of one form that are neither withdrawn nor on hold, newest first. Eventually consistent. */
    responses(request: ResponsesRequest): Promise<ResponsesPage>;
    /** The counts of a form's entries, kept up to date by its changes. Late by seconds. */
    counts(form: string): Promise<StoredCounts>;
  };

export type StoredCounts = {
  readonly counts: Counts;
  /** When the latest change was counted; absent if there was none. */
  readonly countedAt?: string;
  /** When it was last certain that every entry had been counted; absent if it never was. */
  readonly recountedAt?: string;
};

export type InsertResult = {
  readonly existing?: StoredEntry;
  /** Counters that have no seat left, so nothing was stored. */
  readonly full?: readonly string[];
  /** The author is closed, so nothing was stored. */
  readonly isClosed?: true;
};
