import { setTimeout as wait } from 'node:timers/promises';
import { attend } from './attend.ts';
import type { Author } from './author.ts';
import { between, chanceOf, type Chance } from './chance.ts';
import type { Device } from './device.ts';
import type { History } from './history.ts';
import type { Place } from './place.ts';
import { chooseTurn, turns } from './turns.ts';

type Setting = {
  readonly seed: number;
  readonly entries: number;
  readonly authors: readonly Author[];
  readonly devices: readonly Device[];
  readonly history: History;
};

/** Milliseconds between the deeds of all devices together, so that the cloud can just about keep up. */
const pace = 15;

/** Everybody at their devices at once, until all the entries have been filled in. */
export async function work(setting: Setting): Promise<void> {
  const { seed, entries, devices } = setting;
  const pause = 2 * pace * devices.length;
  await Promise.all(
    devices.map(async (device, index) => {
      const chance = chanceOf(seed, 'person at', device.name);
      const next = Math.floor((entries * (index + 1)) / devices.length);
      let left = next - Math.floor((entries * index) / devices.length);
      while (left > 0) {
        const turn = chooseTurn(chance);
        if (turn === 'submit') left -= 1;
        const { signal } = device.tab().life;
        await untilDeath(signal, async () => turns[turn](placeAt(device, chance, setting)));
        await untilDeath(device.tab().life.signal, () => look(placeAt(device, chance, setting)));
        await wait(between(chance, 0, pause));
      }
    }),
  );
}

/** What people do with the app in hand: see what needs them, and have it try again. */
async function look(place: Place): Promise<void> {
  const { device, chance } = place;
  if (chance() < 0.3) await attend(place);
  if (chance() < 0.5) void device.tab().outbox.drain({ anew: chance() < 0.6 });
}

function placeAt(device: Device, chance: Chance, { authors, devices, history }: Setting): Place {
  const { username } = device.user();
  const author = authors.find((it) => it.username === username);
  if (!author) throw new Error(`Nobody knows ${username}.`);
  const isElsewhere = (it: Device) => it !== device && it.user().username === username;
  return { device, author, elsewhere: devices.filter(isElsewhere), chance, history };
}

async function untilDeath(signal: AbortSignal, act: () => Promise<unknown>): Promise<void> {
  const dead = new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  await Promise.race([act(), dead]);
}
