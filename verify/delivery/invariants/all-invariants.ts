import { eachChangeOnce, staysWithdrawn } from './each-change-once.ts';
import { nothingBlocked, reportedAsStored } from './final-outboxes.ts';
import type { Invariant } from './invariant.ts';
import { lastWord, noFalseConflict } from './own-actions.ts';
import { ownRows } from './own-rows.ts';
import { recounted } from './summary-recount.ts';
import { erasedNowhere, secretsNowhere } from './no-traces-left.ts';
import { nothingUndone } from './nothing-undone.ts';
import { acknowledgedOnce, nothingElse, savedOnce } from './stored-once.ts';
import { filesArrived, filesOnce, filesRight } from './whole-files.ts';

/** What must be true whatever happens. I8 is about mails, which this run does not send. */
export const invariants: readonly Invariant[] = [
  acknowledgedOnce,
  nothingElse,
  savedOnce,
  ownRows,
  eachChangeOnce,
  staysWithdrawn,
  recounted,
  nothingBlocked,
  reportedAsStored,
  nothingUndone,
  secretsNowhere,
  erasedNowhere,
  lastWord,
  noFalseConflict,
  filesArrived,
  filesRight,
  filesOnce,
];
