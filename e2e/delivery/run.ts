import { setTimeout as wait } from 'node:timers/promises';
import type { Person } from '../person.ts';
import { rowsIn } from '../rows.ts';
import { forms } from './asked.ts';
import type { Author } from './author.ts';
import { between, chanceOf, type Chance } from './chance.ts';
import { openMortalCloud } from './cloud.ts';
import { createDevice, type Device } from './device.ts';
import { evidenceFrom, type Evidence } from './evidence.ts';
import type { Fault } from './faults.ts';
import { forgetful } from './forgetful.ts';
import { createHistory, type History } from './history.ts';
import { idsIn, summaryOf } from './look.ts';
import { unleash, type Nemesis } from './nemesis.ts';
import { forwardTo, startProxy } from './proxy.ts';
import { settle } from './settle.ts';
import { storedFrom } from './stored.ts';
import { longestDying } from './turns.ts';
import { work } from './workload.ts';

export type Setting = {
  /** The backend, synthesized into this folder. */
  readonly assembly: string;
  readonly seed: number;
  /** How many are filled in. */
  readonly entries: number;
  /** Without it the run must fail, or it proves nothing. */
  readonly isIdempotent: boolean;
};

export type Run = {
  readonly setting: Setting;
  readonly people: number;
  readonly devices: number;
  readonly kills: Nemesis['kills'];
  readonly faults: ReadonlyMap<Fault, number>;
  readonly evidence: Evidence;
};

/** Everybody fills, changes and takes back entries, while everything that can go wrong does; then it heals. */
export async function run(setting: Setting): Promise<Run> {
  const { assembly, seed, entries, isIdempotent } = setting;
  const history = createHistory();
  const crowd = Math.max(3, Math.round(entries / 50));
  const owner = { email: 'owner@example.com', groups: ['owners'] };
  await using cloud = await openMortalCloud(assembly, [owner, ...peopleOf(crowd)]);
  await using ending = new AsyncDisposableStack();
  const [boss, ...people] = cloud.people;
  if (!boss) throw new Error('Nobody owns the form.');

  const forward = forwardTo(cloud.apiOrigin);
  const proxy = await startProxy(seed, isIdempotent ? forward : forgetful(forward));
  ending.defer(() => proxy.close());
  const authors = people.map((it, index) => authorFrom(it, index));
  const devices = devicesOf(authors, { seed, history, apiUrl: `${proxy.origin}/v1/` });
  ending.defer(() => devices.forEach((it) => it.close()));
  const nemesis = unleash(cloud, seed, history);
  ending.defer(() => nemesis.stop());
  await work({ seed, entries, authors, devices, history });
  await wait(longestDying);
  await nemesis.stop();
  await proxy.heal();
  const outboxes = await settle(devices);

  const lists = new Map<string, readonly string[]>();
  for (const person of people) {
    const own = await Promise.all(forms.map(({ id }) => idsIn(person, id)));
    lists.set(person.username, own.flat());
  }
  const responses = await Promise.all(forms.map(({ id }) => idsIn(boss, `${id}/responses`)));
  const rows = await rowsIn({ database: { engineUrl: cloud.engineUrl } });
  const disks = new Map<string, string>();
  for (const device of devices) disks.set(device.name, await device.contents());
  const evidence = evidenceFrom({
    history,
    outboxes,
    lists,
    stored: storedFrom(rows),
    rows: new Map(
      rows.map((it) => [`${String(it['pk'])} ${String(it['sk'])}`, JSON.stringify(it)]),
    ),
    disks,
    responses: responses.flat(),
    summary: await summaryOf(boss, 'pwausers'),
  });
  const counts = { people: people.length, devices: devices.length };
  return { setting, ...counts, kills: nemesis.kills, faults: proxy.counts, evidence };
}

function peopleOf(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    email: `person-${index + 1}@example.com`,
    groups: [],
  }));
}

function authorFrom({ username, idToken }: Person, index: number): Author {
  return {
    username,
    idToken,
    email: `person-${index + 1}@example.com`,
    entries: [],
    halfTyped: [],
  };
}

type Shared = { readonly seed: number; readonly history: History; readonly apiUrl: string };

/** Everyone has two to four; some of them are used by somebody else as well. */
function devicesOf(authors: readonly Author[], shared: Shared): readonly Device[] {
  const chance = chanceOf(shared.seed, 'devices');
  return authors.flatMap((author, index) => {
    const other = authors[(index + 1) % authors.length] ?? author;
    return Array.from({ length: Math.floor(between(chance, 2, 5)) }, (_, number) => {
      const name = `device-${index + 1}-${number + 1}`;
      return createDevice({
        ...shared,
        name,
        users: chance() < 0.2 ? [author, other] : [author],
        chance: chanceOf(shared.seed, name),
        chanceOfIds: chanceOf(shared.seed, name, 'ids'),
        skew: skewFrom(chance),
        isUpToDate: chance() < 0.6,
      });
    });
  });
}

/** Most clocks are right; some are hours off, and one in twenty ten years ahead. */
function skewFrom(chance: Chance): number {
  const hours = chance();
  if (hours < 0.05) return 87_660 * 3_600_000;
  return hours < 0.3 ? Math.round(between(chance, -2, 2) * 3_600_000) : 0;
}
