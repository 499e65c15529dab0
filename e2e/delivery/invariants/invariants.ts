import { changesOnce, staysWithdrawn } from './changes.ts';
import { nothingStuck, toldAsStored } from './devices.ts';
import type { Invariant } from './invariant.ts';
import { lastWord, noFalseConflict } from './own-deeds.ts';
import { ownRows } from './own-rows.ts';
import { recounted } from './recounted.ts';
import { erasedNowhere, secretsNowhere } from './traces.ts';
import { nothingUndone } from './undone.ts';
import { acknowledgedOnce, nothingElse, savedOnce } from './stored-once.ts';

/** What must hold whatever happens on the way. I8 is about mail, which is not sent yet. */
export const invariants: readonly Invariant[] = [
  acknowledgedOnce,
  nothingElse,
  savedOnce,
  ownRows,
  changesOnce,
  staysWithdrawn,
  recounted,
  nothingStuck,
  toldAsStored,
  nothingUndone,
  secretsNowhere,
  erasedNowhere,
  lastWord,
  noFalseConflict,
];
