import type { ChangeToSend } from '../../../src/outbox/delivery/deliver.ts';
import type { FlushResult } from '../../../src/outbox/delivery/delivery-queue.ts';
import type { StoredTransfer } from '../../../src/device/device-database.ts';
import type { QueuedChange } from '../../../src/outbox/changes/queued-change.ts';
import type { History } from './run-history.ts';
import { groupBy } from './group-by.ts';
import { replayVersions, type ReplayedVersions } from './replay-versions.ts';
import type { StoredEntry } from './stored-entries.ts';
import type { StoredObject } from './stored-objects.ts';

/** One person's outbox on one device, after everything was flushed. */
export type FinalOutbox = {
  readonly device: string;
  readonly changes: readonly QueuedChange[];
  /** The files that still wait there. */
  readonly transfers: readonly StoredTransfer[];
  readonly result: FlushResult | undefined;
};

export type Summary = {
  readonly count: number;
  readonly days: Readonly<Record<string, number>>;
  readonly fields: {
    readonly [name: string]: { readonly options?: Readonly<Record<string, number>> };
  };
};

export type RunFindings = {
  readonly history: History;
  readonly outboxes: readonly FinalOutbox[];
  /** Everything in the bucket, a week later. */
  readonly objects: readonly StoredObject[];
  /** The entries in the table. */
  readonly stored: readonly StoredEntry[];
  /** The content of each row by its key, and everything on each device. */
  readonly rows: ReadonlyMap<string, string>;
  readonly disks: ReadonlyMap<string, string>;
  /** The ids in each author's own list, from the API. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** The ids that the owners see. */
  readonly responses: readonly string[];
  readonly summary: Summary;
};

/** Everything that the invariants are checked against, after the run. */
export type Evidence = RunFindings & {
  readonly byId: ReadonlyMap<string, readonly StoredEntry[]>;
  /** The ids of everything that was ever submitted. */
  readonly submitted: ReadonlySet<string>;
  readonly replayed: ReadonlyMap<StoredEntry, ReplayedVersions>;
};

export function evidenceFrom(found: RunFindings): Evidence {
  const { history, stored } = found;
  const sent = history.sent.map(({ change }) => change);
  const byEntry = groupBy(sent, ({ entry }) => entry);
  const sentAbout = (id: string): readonly ChangeToSend[] => byEntry.get(id) ?? [];
  return {
    ...found,
    byId: groupBy(stored, ({ id }) => id),
    submitted: new Set(sent.filter(({ kind }) => kind === 'submit').map(({ id }) => id)),
    replayed: new Map(stored.map((it) => [it, replayVersions(it, sentAbout(it.id))])),
  };
}
