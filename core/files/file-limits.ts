import type { FileType } from './file-types.ts';

/** What a question accepts. */
export type FileLimits = {
  readonly types: readonly FileType[];
  /** In bytes, of each file. */
  readonly largest: number;
  /** How many files, if there are any. */
  readonly fewest: number;
  readonly most: number;
};

/** What any question may accept: larger files would take a phone's whole memory, or its owner's whole day. */
export const mostAccepted = { largest: 500_000_000, most: 20 } as const;
