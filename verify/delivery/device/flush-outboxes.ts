import { setTimeout as wait } from 'node:timers/promises';
import type { SimulatedDevice } from './simulated-device.ts';
import type { StoredTransfer } from '../../../src/device/device-database.ts';
import type { QueuedChange } from '../../../src/outbox/changes/queued-change.ts';
import type { FinalOutbox } from '../evidence/evidence.ts';

/** Milliseconds within which every outbox must be empty once there are no more faults. */
const timeout = 90_000;

/**
 * Flushes the outbox of everybody on every device. Twice: what one device restores at the end, another may keep files
 * for, which it has offered too early.
 */
export async function flushOutboxes(
  devices: readonly SimulatedDevice[],
): Promise<readonly FinalOutbox[]> {
  const deadline = performance.now() + timeout;
  const flushAll = () => Promise.all(devices.map((it) => flushDevice(it, deadline)));
  await flushAll();
  return (await flushAll()).flat();
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
    const { changes = [], transfers } = outbox.view();
    const isDone =
      result?.is === 'done' ||
      (changes.every((it) => isSettled(it, changes)) &&
        transfers.every((it) => isKept(it, changes)));
    if (isDone || performance.now() > deadline)
      return { device: device.name, changes, transfers, result: isDone ? done : result };
    await wait(100);
  }
}

const done = { is: 'done' } as const;

/** Delivered, or its author has to decide about a change of its entry. */
function isSettled({ entry, status }: QueuedChange, changes: readonly QueuedChange[]): boolean {
  return status.is === 'delivered' || isBehindDecision(entry, changes);
}

/**
 * A withdrawn entry can be restored for 30 days: until then its files stay on the device. Others wait behind a change
 * that its author has to decide about.
 */
function isKept({ entry, goneSince }: StoredTransfer, changes: readonly QueuedChange[]): boolean {
  return goneSince !== undefined || isBehindDecision(entry, changes);
}

function isBehindDecision(entry: string, changes: readonly QueuedChange[]): boolean {
  return changes.some((it) => it.entry === entry && it.status.is === 'attention');
}
