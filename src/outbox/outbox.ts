import type { Form } from '#core/form/define-form.ts';
import type { Result } from '#core/values/result.ts';
import type { StoredTransfer } from '../device/device-database.ts';
import type { StorageFailure } from '../device/storage-failure.ts';
import type { Imported, ImportFailure } from './outbox-files.ts';
import type { Deliver } from './delivery/deliver.ts';
import type { FlushResult } from './delivery/delivery-queue.ts';
import type { EditableEntry } from './changes/editable-entry.ts';
import type { Answers, Beside, QueuedChange } from './changes/queued-change.ts';
import { idleBackoff, type Backoff } from './changes/backoff.ts';

/** The outbox as the pages see it. */
export type OutboxView = {
  /** Whoever is signed in, `''` for nobody. Entries filled in then wait for somebody to claim them. */
  readonly author: string;
  /** Oldest first, with the last few delivered ones. Undefined until they have been read. */
  readonly changes: readonly QueuedChange[] | undefined;
  /** Files of theirs that wait to be sent, or are being sent. */
  readonly transfers: readonly StoredTransfer[];
  /** The disk fails or does not answer. `changes` are then those that were read before, if any. */
  readonly isUnread: boolean;
  /** The browser stores nothing for this site, so trying again is pointless. */
  readonly isBlocked?: boolean;
  /** Changes made while nobody was signed in. Whoever signs in sees them: they may be theirs. */
  readonly unclaimed: readonly QueuedChange[];
  /** Changes to open forms, sent or waiting, which whoever signs in may make their own. */
  readonly adoptable: readonly QueuedChange[];
  /** When sending may go on, and which changes are set aside. */
  readonly backoff: Backoff;
  /** Why sending stopped last time. */
  readonly lastFlush: FlushResult | undefined;
};

/** Before anything is read. */
export const unreadView: OutboxView = {
  author: '',
  changes: undefined,
  transfers: [],
  isUnread: false,
  unclaimed: [],
  adoptable: [],
  backoff: idleBackoff,
  lastFlush: undefined,
};

/** One person's changes that are not delivered yet, and those that just were. */
export type Outbox = {
  readonly view: () => OutboxView;
  readonly subscribe: (listener: () => void) => () => void;
  /** Resolves once the entry is on the disk. If that fails, the page must keep what was typed. */
  submit(
    form: Form,
    entry: Pick<QueuedChange, 'isHoneypotFilled'> & {
      readonly id: string;
      readonly answers: Answers;
      /** The day on which it was begun. */
      readonly begunOn?: string | undefined;
      /** The entry as it was submitted before, when the same draft is submitted again. */
      readonly base?: Pick<EditableEntry, 'answers'>;
    },
  ): Saved;
  /**
   * @param entry as it was when the change was begun
   * @param draft the draft the answers were typed in, whose id becomes the change's; why, if it corrects somebody's entry
   */
  revise(
    form: Form,
    entry: EditableEntry,
    draft: Pick<QueuedChange, 'correction'> & { readonly id: string; readonly answers: Answers },
  ): Saved;
  /** The token of the personal link that was opened last for a form. */
  invitation(form: Pick<Form, 'id'>): Promise<string | undefined>;
  /** The tokens of all links that were opened last. */
  readonly invitations: () => Promise<readonly string[]>;
  keepInvitation(form: Pick<Form, 'id'>, token: string): Promise<void>;
  withdraw(form: Form, entry: Pick<EditableEntry, 'id'>): Saved;
  restore(form: Form, entry: Pick<EditableEntry, 'id'>): Saved;
  /** Permanent: it cannot be undone once it is delivered. */
  erase(form: Form, entry: Pick<EditableEntry, 'id'>): Saved;
  /** What a reviewer says about a response: a review, a comment, or whom it is assigned to. */
  addBeside(form: Form, what: Beside): Saved;
  /** Removes a change and those built on it. `bringBack` undoes that. */
  discard(change: QueuedChange): Promise<readonly QueuedChange[]>;
  bringBack(changes: readonly QueuedChange[]): Promise<void>;
  tryAgain(change: QueuedChange): Promise<void>;
  /** Assigns unclaimed changes to whoever is signed in, and sends them. */
  claim(entries: readonly string[]): Promise<Result<undefined, StorageFailure>>;
  /**
   * Makes the entries that this device has sent without an account those of whoever is signed in. Can be repeated
   * when it fails.
   */
  adopt(): Promise<Result<undefined, 'unreachable'>>;
  /**
   * The undelivered ones among these as a file for another device, with the bytes of their files. From now on either
   * device may deliver them.
   * @param transfers files of delivered entries, which are exported as well
   */
  exportChanges(
    changes: readonly QueuedChange[],
    transfers?: readonly StoredTransfer[],
  ): Promise<Blob>;
  /** Adds what is in another device's file, under the same ids. */
  importChanges(file: Blob): Promise<Result<Imported, ImportFailure>>;
  /** Sends what can be sent. @param options.force ignores pauses */
  flush(options?: { readonly force: boolean }): Promise<FlushResult | undefined>;
  /** Reads the disk again after another tab or the service worker has changed it. */
  reread(): Promise<void>;
  /**
   * Deletes this person's changes and drafts from this device. A change that is being sent has arrived when the
   * promise resolves; nothing is sent after that.
   */
  forget(): Promise<void>;
  /** Whether the signed-in person has a draft on this device. Throws when the disk cannot be read. */
  hasDraft(): Promise<boolean>;
  /**
   * For somebody who has signed out: deletes everything but their undelivered changes and their drafts. If there
   * are none, it deletes their key as well.
   */
  forgetSent(author: string): Promise<void>;
  /** Does something while no change of this person is being sent from this device. */
  withDeliveryPaused<Value>(work: (lockedOutbox: LockedOutbox) => Promise<Value>): Promise<Value>;
};

/** What can be done meanwhile. */
export type LockedOutbox = {
  readonly deliver: Deliver;
  /** As `Outbox['forget']`. */
  readonly forget: () => Promise<void>;
};

/** The change, or why it is not in the outbox: it could not be stored, or the form’s answers must not be. */
export type Saved = Promise<Result<QueuedChange, StorageFailure | 'online-only'>>;
