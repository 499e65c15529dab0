import type { ControlValue } from '#core/form/field.ts';
import type { StorageFailure } from '../device/storage-failure.ts';
import type { EditableEntry } from '../outbox/changes/editable-entry.ts';

/** The value of each control, by field name. */
export type ControlValues = { readonly [field: string]: ControlValue };

/** Answers that somebody is typing. Its id becomes the entry's, so that sending twice stores one entry. */
export type Draft = {
  readonly id: string;
  readonly controlValues: ControlValues;
  /** The entry the draft changes; for a new entry it has no answers. Earlier versions of the app did not store it. */
  readonly base?: Base;
  /** The fields that its author has left behind with “Continue”, answered or not, in a form with pages. */
  readonly passed?: readonly string[];
  /** Its author went to sign in to send it. Never stored, and gone when anything else is typed. */
  readonly isToBeSent?: true;
};

/** An entry as it was when somebody began to change it, in the version of the form that they use. */
export type Base = Omit<EditableEntry, 'id'> & {
  /** The values of hidden fields, from the link with which a new entry was begun. Nobody typed them. */
  readonly fromLink?: { readonly [field: string]: string };
  /** What the link has filled in: as long as it stays as it is, nobody has typed anything. */
  readonly prefilled?: ControlValues;
};

/** Whose draft it is (`''` if nobody is signed in), and of what: `<form>` for a new entry, `<form>/<entry>` for a change. */
export type DraftKey = { readonly author: string; readonly of: string };

/** A stored draft, and whether this tab had stored it or one that is closed now. */
export type StoredDraft = { readonly draft: Draft; readonly isFromThisTab: boolean };

/** Whether a draft is on the disk, and if not, why. */
export type SaveStatus = 'kept' | StorageFailure | 'in-another-tab';

export type Drafts = {
  /** A draft that was not sent. Two tabs never get the same one. */
  open(key: DraftKey): Promise<StoredDraft | undefined>;
  /** Stores the draft. It resolves when the draft, or a later one, is on the disk. */
  keep(key: DraftKey, draft: Draft): Promise<SaveStatus>;
  /**
   * Stores what was typed before `open` had answered; `into` puts it into the draft that is there. Whoever opens it
   * next waits for that. If the draft cannot be read, what was typed is kept beside it.
   */
  keepInto(
    key: DraftKey,
    into: (found: StoredDraft | undefined) => Draft | Promise<Draft>,
  ): Promise<SaveStatus>;
  /** For a draft that was sent: deletes it, and ignores what is typed in it from now on. */
  discard(id: string): Promise<void>;
  /** For a draft that the server refused: stores it again, while it is corrected. */
  bringBack(id: string): Promise<void>;
  /** Resolves once everything typed so far is on the disk. */
  readonly flush: () => Promise<void>;
};

/** What is in the controls of a draft, hidden ones included. */
export function controlValuesOf({ controlValues, base }: Omit<Draft, 'id'>): ControlValues {
  const { fromLink = {} } = base ?? {};
  // The same object without a link: whoever has read it once need not read it again.
  return Object.keys(fromLink).length > 0 ? { ...fromLink, ...controlValues } : controlValues;
}

/** Whether there is something to come back to. Whoever has passed a page has begun, even without typing anything. */
export function isBegun(draft: Pick<Draft, 'controlValues' | 'base' | 'passed'>): boolean {
  return !isEmpty(draft) || (draft.passed ?? []).length > 0;
}

/** Whether nobody has typed anything. */
export function isEmpty({ controlValues, base }: Pick<Draft, 'controlValues' | 'base'>): boolean {
  return Object.entries(controlValues).every(
    ([name, it]) =>
      it === base?.prefilled?.[name] ||
      (typeof it === 'object' ? Object.values(it).every((part) => part === '') : !it),
  );
}
