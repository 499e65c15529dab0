import type { Held } from '#core/field.ts';
import type { Unkept } from '../device/unkept.ts';
import type { ToChange } from '../outbox/latest.ts';

/** What each control holds, by field. */
export type Holding = { readonly [field: string]: Held };

/** What a person is typing. Its id becomes the entry's, so that sending twice stores once. */
export type Draft = {
  readonly id: string;
  readonly held: Holding;
  /** What it is typed on, which for a new entry is nothing. Unknown of what an earlier app has kept. */
  readonly base?: Base;
};

/** An entry as it was when a change to it began, and the version of the form it was read and typed in. */
export type Base = Omit<ToChange, 'id'>;

/** Whose draft it is, `''` when nobody is signed in, and of what: a form, or a change to one entry. */
export type Place = { readonly author: string; readonly of: string };

/** A draft that was kept, and whether this tab had kept it or one that is closed by now. */
export type Kept = { readonly draft: Draft; readonly isFromHere: boolean };

/** Whether a draft is on the disk, and if not, why: another tab may have it by now. */
export type Keeping = 'kept' | Unkept | 'in-another-tab';

export type Drafts = {
  /** What was typed here and not sent. Two tabs never get the same one. */
  open(place: Place): Promise<Kept | undefined>;
  /** Whether the draft, or a later one, is on the disk. */
  keep(place: Place, draft: Draft): Promise<Keeping>;
  /** It has been sent: nothing of it is kept, be it typed meanwhile. */
  discard(id: string): Promise<void>;
  /** It was not taken after all: what is typed to mend it is kept again. */
  bringBack(id: string): Promise<void>;
  /** Kept once everything typed so far is on the disk. */
  readonly flush: () => Promise<void>;
};

export function isEmpty({ held }: Pick<Draft, 'held'>): boolean {
  return Object.values(held).every((it) =>
    typeof it === 'object' ? Object.values(it).every((part) => part === '') : !it,
  );
}
