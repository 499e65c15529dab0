/**
 * A cell of an exported file: text, a number that a spreadsheet can add up, a day, a time of day or an instant that it
 * can sort by, or a code for a value that is missing.
 */
export type FileCell = string | number | Moment | MissingCode;

/** `2026-03-31`, `09:41`, or `2026-03-31T09:41:00.000Z`, which may end in an offset instead, such as `+09:00` */
export type Moment = { readonly moment: string };

/** As statistics programs write what was not asked, so that a column of numbers stays one. Left blank is empty. */
export type MissingCode = { readonly code: 'NA' };

/** A text that says the same as the code, such as the code of Namibia, is not it: files write it with an apostrophe. */
export const saysMissing = /^'*NA$/;
