import type { StorageFailure } from '../device/storage-failure.ts';

/** Why a file was not added. What was there before stays as it was. */
export type FileIssue =
  | 'empty'
  | 'too-large'
  | 'wrong-type'
  /** It grew, shrank or went away while it was read. */
  | 'changed'
  | 'no-picture'
  | 'too-many-pixels'
  | StorageFailure;
