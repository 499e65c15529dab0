import { setTimeout as wait } from 'node:timers/promises';
import { resolveRefused } from './resolve-refused.ts';
import type { SimulatedPerson } from './simulated-person.ts';
import { between, seededRandom, type Chance } from '../../../tools/testing/seeded-random.ts';
import type { SimulatedDevice } from '../device/simulated-device.ts';
import type { History } from '../evidence/run-history.ts';
import type { ActionContext } from './action-context.ts';
import { chooseAction, userActions } from './user-actions.ts';

type Setting = {
  readonly seed: number;
  readonly entries: number;
  readonly authors: readonly SimulatedPerson[];
  readonly devices: readonly SimulatedDevice[];
  readonly history: History;
  /** In bytes; 0 in a run without files. */
  readonly largestFile: number;
};

/** Milliseconds between the actions of all devices together, so that the cloud can just keep up. */
const msPerAction = 15;

/** Everybody uses their devices at once, until all entries are submitted. */
export async function runWorkload(setting: Setting): Promise<void> {
  const { seed, entries, devices, largestFile } = setting;
  const pause = 2 * msPerAction * devices.length;
  await Promise.all(
    devices.map(async (device, index) => {
      const chance = seededRandom(seed, 'person at', device.name);
      const next = Math.floor((entries * (index + 1)) / devices.length);
      let left = next - Math.floor((entries * index) / devices.length);
      while (left > 0) {
        const name = chooseAction(chance, largestFile > 0);
        if (name === 'submit') left -= 1;
        const { signal } = device.tab().lifetime;
        await untilCrash(signal, async () =>
          userActions[name](contextFor(device, chance, setting)),
        );
        await untilCrash(device.tab().lifetime.signal, () =>
          tendOutbox(contextFor(device, chance, setting)),
        );
        await wait(between(chance, 0, pause));
      }
    }),
  );
}

/** What people do while the app is open: handle refused changes, and retry. */
async function tendOutbox(context: ActionContext): Promise<void> {
  const { device, chance } = context;
  if (chance() < 0.3) await resolveRefused(context);
  if (chance() < 0.5) void device.tab().outbox.flush({ force: chance() < 0.6 });
}

function contextFor(
  device: SimulatedDevice,
  chance: Chance,
  { authors, devices, history, largestFile }: Setting,
): ActionContext {
  const { username } = device.user();
  const author = authors.find((it) => it.username === username);
  if (!author) throw new Error(`Nobody knows ${username}.`);
  const isElsewhere = (it: SimulatedDevice) => it !== device && it.user().username === username;
  const elsewhere = devices.filter(isElsewhere);
  return { device, author, elsewhere, chance, history, largestFile };
}

async function untilCrash(signal: AbortSignal, act: () => Promise<unknown>): Promise<void> {
  const dead = new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  await Promise.race([act(), dead]);
}
