import { isOnItsWay } from '../../src/outbox/parcel.ts';
import type { Author, Remembered } from './author.ts';
import type { Chance } from './chance.ts';
import type { Device } from './device.ts';
import type { History } from './history.ts';

/** Somebody at a device. */
export type Place = {
  readonly device: Device;
  readonly author: Author;
  /** The other devices on which they are signed in at the moment. */
  readonly elsewhere: readonly Device[];
  readonly chance: Chance;
  readonly history: History;
};

/** So few changes that the server remembers every one of them. */
const most = 10;

/** What is fresh in memory: on several devices at once, so that they get in each other's way. */
export function changeable({ author }: Place): readonly Remembered[] {
  return author.entries
    .filter((it) => !it.isWithdrawn && !it.isErased && it.changes < most)
    .slice(-fresh);
}

/** What they have taken back of late. */
export function restorable({ author }: Place): readonly Remembered[] {
  return author.entries
    .filter((it) => it.isWithdrawn && !it.isErased && it.changes < most)
    .slice(-fresh);
}

const fresh = 5;

export function waitingAt({ device }: Place) {
  return device.tab().outbox.view().parcels?.filter(isOnItsWay) ?? [];
}

export function isHere({ device }: Place, { id }: Remembered): boolean {
  const { parcels = [] } = device.tab().outbox.view();
  return parcels.some(({ entry }) => entry === id);
}

/** No other device has had to do with it. */
export function isKnownHereOnly({ device, history }: Place, { id }: Remembered): boolean {
  return history.meant.every((it) => it.entry !== id || it.device === device.name);
}
