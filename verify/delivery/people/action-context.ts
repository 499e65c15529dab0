import { isUndelivered } from '../../../src/outbox/changes/queued-change.ts';
import type { SimulatedPerson, RememberedEntry } from './simulated-person.ts';
import type { Chance } from '../../../tools/testing/seeded-random.ts';
import type { SimulatedDevice } from '../device/simulated-device.ts';
import type { History } from '../evidence/run-history.ts';

/** A person at one of their devices. */
export type ActionContext = {
  readonly device: SimulatedDevice;
  readonly author: SimulatedPerson;
  /** The other devices on which they are signed in at the moment. */
  readonly elsewhere: readonly SimulatedDevice[];
  readonly chance: Chance;
  readonly history: History;
  /** In bytes; 0 in a run without files. */
  readonly largestFile: number;
};

/** So few that the server keeps the operation ids of all of them. */
const mostChanges = 10;

/** The most recent entries are changed on several devices at once, to provoke conflicts. */
export function changeableEntries({ author }: ActionContext): readonly RememberedEntry[] {
  return author.entries
    .filter((it) => !it.isWithdrawn && !it.isErased && it.changes < mostChanges)
    .slice(-recentCount);
}

/** The entries that they withdrew recently. */
export function restorableEntries({ author }: ActionContext): readonly RememberedEntry[] {
  return author.entries
    .filter((it) => it.isWithdrawn && !it.isErased && it.changes < mostChanges)
    .slice(-recentCount);
}

const recentCount = 5;

export function waitingChanges({ device }: ActionContext) {
  return device.tab().outbox.view().changes?.filter(isUndelivered) ?? [];
}

export function isOnThisDevice({ device }: ActionContext, { id }: RememberedEntry): boolean {
  const { changes = [] } = device.tab().outbox.view();
  return changes.some(({ entry }) => entry === id);
}

/** No other device has changed it. */
export function isOnlyOnThisDevice(
  { device, history }: ActionContext,
  { id }: RememberedEntry,
): boolean {
  return history.actions.every((it) => it.entry !== id || it.device === device.name);
}
