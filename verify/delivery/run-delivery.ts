import { setTimeout as wait } from 'node:timers/promises';
import { filesIn } from '#core/files/files-in.ts';
import { bucketContents } from '../../e2e/testing/backend/bucket-contents.ts';
import type { SignedInPerson } from '../../e2e/testing/backend/signed-in-person.ts';
import { startFaultProxy } from '../../e2e/testing/network/fault-proxy.ts';
import { forwardTo, type Forward } from '../../e2e/testing/network/forward-request.ts';
import { tableRows } from '../../e2e/testing/backend/table-rows.ts';
import { forms } from './people/deployed-forms.ts';
import type { SimulatedPerson } from './people/simulated-person.ts';
import { between, seededRandom, type Chance } from '../../tools/testing/seeded-random.ts';
import { startTwoProcessCloud, type TwoProcessCloud } from './cloud/two-process-cloud.ts';
import { createSimulatedDevice, type SimulatedDevice } from './device/simulated-device.ts';
import { evidenceFrom, type Evidence } from './evidence/evidence.ts';
import { createRandomFaults, type RandomFault } from './cloud/random-faults.ts';
import { withoutConfirmation } from './cloud/without-confirmation.ts';
import { withoutIdempotency } from './cloud/without-idempotency.ts';
import { createHistory } from './evidence/run-history.ts';
import { listIds, readSummary } from './evidence/read-lists.ts';
import { startNemesis, type Nemesis } from './cloud/nemesis.ts';
import { flushOutboxes } from './device/flush-outboxes.ts';
import { storedEntriesFrom, type StoredEntry } from './evidence/stored-entries.ts';
import { objectsInAWeek } from './evidence/stored-objects.ts';
import { longestCrashDelay } from './people/user-actions.ts';
import { runWorkload } from './people/workload.ts';

export type RunOptions = {
  /** The folder of the synthesized backend. */
  readonly assembly: string;
  readonly seed: number;
  /** The number of entries to submit. */
  readonly entries: number;
  /** If false, the run must fail, or the check shows nothing. */
  readonly isIdempotent: boolean;
  /** In bytes, of the largest file; 0 for a run without files. */
  readonly largestFile: number;
  /** If false, nobody looks whether a file has arrived, and the run must fail too. */
  readonly isConfirmed: boolean;
};

export type DeliveryRun = {
  readonly setting: RunOptions;
  readonly people: number;
  readonly devices: number;
  readonly kills: Nemesis['kills'];
  readonly faults: ReadonlyMap<RandomFault, number>;
  readonly evidence: Evidence;
};

/** Everybody submits, changes and withdraws entries while everything fails that can; then the faults stop. */
export async function runDelivery(setting: RunOptions): Promise<DeliveryRun> {
  const { assembly, seed, entries, largestFile } = setting;
  const history = createHistory();
  const crowd = Math.max(3, Math.round(entries / 50));
  const ownerAccount = { email: 'owner@example.com', groups: ['owners'] };
  await using cloud = await startTwoProcessCloud(assembly, [ownerAccount, ...peopleOf(crowd)]);
  await using ending = new AsyncDisposableStack();
  const [owner, ...people] = cloud.people;
  if (!owner) throw new Error('Nobody owns the form.');

  const proxy = ending.use(await startFaultProxy(forwardOf(setting, cloud.apiOrigin)));
  const bucketProxy = ending.use(await startFaultProxy(forwardTo(cloud.bucketOrigin)));
  const bucket = { origin: cloud.bucketOrigin, proxy: bucketProxy.origin };
  const network = createRandomFaults(seed);
  for (const it of [proxy, bucketProxy]) it.inject(network.fault);
  const authors = people.map((it, index) => authorFrom(it, index));
  const devices = devicesOf(authors, {
    seed,
    history,
    apiUrl: `${proxy.origin}/v1/`,
    bucket,
  });
  ending.defer(() => devices.forEach((it) => it.close()));
  const nemesis = startNemesis(cloud, seed, history);
  ending.defer(() => nemesis.stop());
  await runWorkload({ seed, entries, authors, devices, history, largestFile });
  await wait(longestCrashDelay);
  await nemesis.stop();
  await network.heal();
  const outboxes = await flushOutboxes(devices);

  const lists = new Map<string, readonly string[]>();
  for (const person of people) {
    const own = await Promise.all(forms.map(({ id }) => listIds(person, id)));
    lists.set(person.username, own.flat());
  }
  const responses = await Promise.all(forms.map(({ id }) => listIds(owner, `${id}/responses`)));
  const summary = await readSummary(owner, 'pwausers');
  const rows = await tableRows({ database: { engineUrl: cloud.engineUrl } });
  const disks = new Map<string, string>();
  for (const device of devices) disks.set(device.name, await device.contents());
  await untilErased(cloud, storedEntriesFrom(rows));
  // From here on the bucket is read from the disk alone.
  await cloud.api.kill();
  const evidence = evidenceFrom({
    history,
    objects: await objectsInAWeek({ assembly, state: cloud.state }),
    outboxes,
    lists,
    stored: storedEntriesFrom(rows),
    rows: new Map(
      rows.map((it) => [`${String(it['pk'])} ${String(it['sk'])}`, JSON.stringify(it)]),
    ),
    disks,
    responses: responses.flat(),
    summary,
  });
  const counts = { people: people.length, devices: devices.length };
  return { setting, ...counts, kills: nemesis.kills, faults: network.counts, evidence };
}

function forwardOf({ isIdempotent, isConfirmed }: RunOptions, origin: string): Forward {
  const forward = forwardTo(origin);
  const once = isIdempotent ? forward : withoutIdempotency(forward);
  return isConfirmed ? once : withoutConfirmation(once);
}

/** Milliseconds for the function that deletes what nothing refers to any more. */
const longestErasure = 60_000;

/** Waits until only confirmed files of entries are in the bucket, and what nobody confirmed. */
async function untilErased(
  { awsUrl }: TwoProcessCloud,
  stored: readonly StoredEntry[],
): Promise<void> {
  const wanted = new Set(
    stored.flatMap(({ erased, answers }) => (erased ? [] : filesIn(answers).map(({ id }) => id))),
  );
  const deadline = performance.now() + longestErasure;
  for (;;) {
    const { objects } = await bucketContents({ awsUrl });
    const isLeft = ({ key, tags }: (typeof objects)[number]) =>
      tags === 0 && !wanted.has(key.split('/')[3]?.split('.')[0] ?? '');
    if (!objects.some(isLeft) || performance.now() > deadline) return;
    await wait(1000);
  }
}

function peopleOf(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    email: `person-${index + 1}@example.com`,
    groups: [],
  }));
}

function authorFrom({ username, idToken }: SignedInPerson, index: number): SimulatedPerson {
  return {
    username,
    idToken,
    email: `person-${index + 1}@example.com`,
    entries: [],
    halfTyped: [],
  };
}

type Shared = Pick<Parameters<typeof createSimulatedDevice>[0], 'history' | 'apiUrl' | 'bucket'> & {
  readonly seed: number;
};

/** Everybody has two to four devices; some are shared. */
function devicesOf(
  authors: readonly SimulatedPerson[],
  shared: Shared,
): readonly SimulatedDevice[] {
  const chance = seededRandom(shared.seed, 'devices');
  return authors.flatMap((author, index) => {
    const other = authors[(index + 1) % authors.length] ?? author;
    return Array.from({ length: Math.floor(between(chance, 2, 5)) }, (_, number) => {
      const name = `device-${index + 1}-${number + 1}`;
      return createSimulatedDevice({
        ...shared,
        name,
        users: chance() < 0.2 ? [author, other] : [author],
        chance: seededRandom(shared.seed, name),
        chanceOfIds: seededRandom(shared.seed, name, 'ids'),
        skew: skewFrom(chance),
        isUpToDate: chance() < 0.6,
      });
    });
  });
}

/** Most clocks are right; some are hours off, and one in twenty is ten years ahead. */
function skewFrom(chance: Chance): number {
  const hours = chance();
  if (hours < 0.05) return 87_660 * 3_600_000;
  return hours < 0.3 ? Math.round(between(chance, -2, 2) * 3_600_000) : 0;
}
