import { setTimeout as wait } from 'node:timers/promises';
import type { SimulatedDevice } from './simulated-device.ts';
import type { FinalOutbox } from '../evidence/evidence.ts';

/** Milliseconds within which every outbox must be empty once there are no more faults. */
const timeout = 90_000;

/** Flushes the outbox of everybody on every device. */
export async function flushOutboxes(
  devices: readonly SimulatedDevice[],
): Promise<readonly FinalOutbox[]> {
  const deadline = performance.now() + timeout;
  return (await Promise.all(devices.map((it) => flushDevice(it, deadline)))).flat();
}

async function flushDevice(
  device: SimulatedDevice,
  deadline: number,
): Promise<readonly FinalOutbox[]> {
  const outboxes: FinalOutbox[] = [];
  device.isOnline = true;
  device.freeSpace();
  for (const user of device.users) {
    device.switchTo(user);
    outboxes.push(await flushOutbox(device, deadline));
  }
  return outboxes;
}

async function flushOutbox(device: SimulatedDevice, deadline: number): Promise<FinalOutbox> {
  const { outbox } = device.tab();
  for (;;) {
    const result = await outbox.flush({ force: true });
    await outbox.reread();
    const changes = outbox.view().changes ?? [];
    if (result?.is === 'done' || performance.now() > deadline)
      return { device: device.name, changes, result };
    await wait(100);
  }
}
