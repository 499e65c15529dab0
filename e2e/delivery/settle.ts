import { setTimeout as wait } from 'node:timers/promises';
import type { Device } from './device.ts';
import type { Emptied } from './evidence.ts';

/** Milliseconds in which every outbox must be empty once nothing goes wrong any more. */
const patience = 90_000;

/** Every outbox of everyone, drained as far as it goes. */
export async function settle(devices: readonly Device[]): Promise<readonly Emptied[]> {
  const deadline = performance.now() + patience;
  return (await Promise.all(devices.map((it) => settleOne(it, deadline)))).flat();
}

async function settleOne(device: Device, deadline: number): Promise<readonly Emptied[]> {
  const outboxes: Emptied[] = [];
  device.isOnline = true;
  device.makeRoom();
  for (const user of device.users) {
    device.switchTo(user);
    outboxes.push(await drained(device, deadline));
  }
  return outboxes;
}

async function drained(device: Device, deadline: number): Promise<Emptied> {
  const { outbox } = device.tab();
  for (;;) {
    const drained = await outbox.drain({ anew: true });
    await outbox.reread();
    const parcels = outbox.view().parcels ?? [];
    if (drained?.is === 'done' || performance.now() > deadline)
      return { device: device.name, parcels, drained };
    await wait(100);
  }
}
