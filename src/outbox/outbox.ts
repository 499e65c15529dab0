import type { Form } from '#core/form.ts';
import type { Result } from '#core/result.ts';
import type { Api } from '../cloud/api.ts';
import type { Unkept } from '../device/unkept.ts';
import type { Unreadable } from './carried.ts';
import type { Drained } from './drainer.ts';
import type { ToChange } from './latest.ts';
import type { Answers, Parcel } from './parcel.ts';
import type { Queue } from './queue.ts';
import { rested } from './rested.ts';

/** What the outbox holds, as the pages see it. */
export type View = {
  /** Whoever is signed in, `''` for nobody: what is filled in then waits for somebody to claim it. */
  readonly author: string;
  /** Oldest first; the delivered ones are the last few. Nothing until they have been read. */
  readonly parcels: readonly Parcel[] | undefined;
  /** The disk fails or does not answer: `parcels` are those it told of before that, if any. */
  readonly isUnread: boolean;
  /** It fails because the browser keeps nothing for this site: asking again changes nothing. */
  readonly isBlocked?: boolean;
  /** What was filled in here before anybody had signed in, shown to who has: it may be theirs. */
  readonly unclaimed: readonly Parcel[];
  /** When it may go on, and what has stepped aside. */
  readonly queue: Queue;
  /** Why nothing leaves at the moment. */
  readonly drained: Drained | undefined;
};

/** Before anything is read. */
export const unreadView: View = {
  author: '',
  parcels: undefined,
  isUnread: false,
  unclaimed: [],
  queue: rested,
  drained: undefined,
};

/** The entries of one person that are not yet delivered, and those that just were. */
export type Outbox = {
  readonly view: () => View;
  readonly subscribe: (listener: () => void) => () => void;
  /** On the disk, or nowhere: then the page must keep what was typed. */
  submit(
    form: Form,
    entry: {
      readonly id: string;
      readonly answers: Answers;
      /** What it said when it was sent before. */
      readonly base?: Pick<ToChange, 'answers'>;
    },
  ): Saved;
  /**
   * @param entry as it was when the change was begun
   * @param draft the draft the answers were typed in, whose id becomes the change's
   */
  revise(
    form: Form,
    entry: ToChange,
    draft: { readonly id: string; readonly answers: Answers },
  ): Saved;
  withdraw(form: Form, entry: Pick<ToChange, 'id'>): Saved;
  restore(form: Form, entry: Pick<ToChange, 'id'>): Saved;
  /** For ever: there is no way back once it has arrived. */
  erase(form: Form, entry: Pick<ToChange, 'id'>): Saved;
  /** Gives up a parcel and what was built on it, which `bringBack` undoes. */
  discard(parcel: Parcel): Promise<readonly Parcel[]>;
  bringBack(parcels: readonly Parcel[]): Promise<void>;
  tryAgain(parcel: Parcel): Promise<void>;
  /** Takes what was filled in before anybody had signed in as one's own, and sends it. */
  claim(entries: readonly string[]): Promise<Result<undefined, Unkept>>;
  /** What waits of these, as a file for another device; from here on either of them may deliver it. */
  takeOut(parcels: readonly Parcel[]): Promise<string>;
  /** Takes in what another device has exported, under the ids it has there: how many parcels that was. */
  takeIn(file: string): Promise<Result<number, Unreadable | Unkept | 'online-only'>>;
  /** Sends what can be sent. @param options.anew without waiting for the end of a pause */
  drain(options?: { readonly anew: boolean }): Promise<Drained | undefined>;
  /** Reads the disk again: another tab, or the service worker, has changed it. */
  reread(): Promise<void>;
  /**
   * Everything of this person on this device, what waits and what is half typed; what was on its way by then
   * has arrived when this is done, and nothing arrives after it.
   */
  forget(): Promise<void>;
  /** Whether somebody who is signed in has something half typed here. Throws when the disk does not tell. */
  isHalfTyped(): Promise<boolean>;
  /**
   * Everything of somebody who has signed out but what they have not sent: what waits, and what is half typed.
   * Without either the key goes as well.
   */
  forgetSent(author: string): Promise<void>;
  /** Does something while nothing leaves this device, which is done with nothing arriving after it. */
  whileNothingLeaves<Value>(work: (means: Means) => Promise<Value>): Promise<Value>;
};

/** What can be done while nothing leaves. */
export type Means = {
  readonly deliver: Api['deliver'];
  /** As `Outbox['forget']`. */
  readonly forget: () => Promise<void>;
};

/** Or why it is not in the outbox: the device will not keep it, or the form must not be kept on one. */
export type Saved = Promise<Result<Parcel, Unkept | 'online-only'>>;
