import type { ToDeliver } from '../../src/cloud/api.ts';
import type { Drained } from '../../src/outbox/drainer.ts';
import type { Parcel } from '../../src/outbox/parcel.ts';
import type { History } from './history.ts';
import { groupBy } from './group.ts';
import { retell, type Retold } from './retold.ts';
import type { Stored } from './stored.ts';

/** One person's outbox on one device, after everything was drained. */
export type Emptied = {
  readonly device: string;
  readonly parcels: readonly Parcel[];
  readonly drained: Drained | undefined;
};

export type Summary = {
  readonly count: number;
  readonly days: Readonly<Record<string, number>>;
  readonly fields: {
    readonly [name: string]: { readonly options?: Readonly<Record<string, number>> };
  };
};

export type Found = {
  readonly history: History;
  readonly outboxes: readonly Emptied[];
  /** What the table itself holds. */
  readonly stored: readonly Stored[];
  /** What each of the table's rows says, by its key, and everything that lies on each device. */
  readonly rows: ReadonlyMap<string, string>;
  readonly disks: ReadonlyMap<string, string>;
  /** The ids in each author's own list, by the API. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** The ids its owners see. */
  readonly responses: readonly string[];
  readonly summary: Summary;
};

/** All there is to judge by, when everything is quiet. */
export type Evidence = Found & {
  readonly byId: ReadonlyMap<string, readonly Stored[]>;
  /** The ids under which anything was ever submitted. */
  readonly submitted: ReadonlySet<string>;
  readonly retold: ReadonlyMap<Stored, Retold>;
};

export function evidenceFrom(found: Found): Evidence {
  const { history, stored } = found;
  const sent = history.sent.map(({ parcel }) => parcel);
  const about = groupBy(sent, ({ entry }) => entry);
  const sentAbout = (id: string): readonly ToDeliver[] => about.get(id) ?? [];
  return {
    ...found,
    byId: groupBy(stored, ({ id }) => id),
    submitted: new Set(sent.filter(({ does }) => does === 'submit').map(({ id }) => id)),
    retold: new Map(stored.map((it) => [it, retell(it, sentAbout(it.id))])),
  };
}
