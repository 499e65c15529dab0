/** When a form can be filled in, and how many entries it accepts. */
export type FormLimits<Name extends string = string> = {
  /** From when on: an instant with its offset, such as `2026-05-01T09:00:00+02:00`. */
  readonly opens?: string;
  /** Until when. What was saved on a device before that is accepted later as well, and is then marked as late. */
  readonly closes?: string;
  /** For how many days after it has closed such entries are accepted: 7 by default. */
  readonly graceDays?: number;
  /** How many entries in all. A withdrawn entry makes room for another. */
  readonly entries?: number;
  /** How many entries of one person, or of one device without an account. */
  readonly perAuthor?: number;
  /** How many entries may choose an option of a choice, such as the seats of a workshop. */
  readonly perOption?: {
    readonly [Each in Name]?: { readonly [option: string]: number };
  };
};
