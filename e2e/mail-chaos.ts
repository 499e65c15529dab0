import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Cloud } from '../local/cloud.ts';
import { readAssembly } from '../local/template/assembly.ts';
import { mailsIn } from './inbox.ts';
import { signInAs, type Person } from './person.ts';
import { rowsIn } from './rows.ts';
import { openWorld, type Change, type World } from './world.ts';

type Plan = {
  readonly entries: number;
  readonly seed: number;
  /** Without what keeps a mail from being sent twice: the marker, and the provider's memory for keys. */
  readonly careless?: boolean;
};

export type Findings = {
  /** Entries with an address, and those that got so many mails. */
  readonly expected: number;
  readonly once: number;
  readonly never: number;
  readonly twice: number;
  /** Times the function ended in the middle of a batch. */
  readonly kills: number;
  readonly givenUp: number;
};

/** Milliseconds between two kills of the function, and without a word from it until it is over. */
const betweenKills = 400;
const quiet = 1500;

/**
 * Entries are submitted while every batch of the stream is delivered twice at once, the function is killed
 * in the middle of batches, and the provider fails, is slow, and loses answers at random.
 */
export async function mailInChaos({ entries, seed, careless = false }: Plan): Promise<Findings> {
  await using world = await openWorld(twoMappings, careless ? withoutMarker : undefined);
  const { cloud, log } = world;
  cloud.mailProvider.faults = { failing: 0.15, losing: 0.15, slow: 5, seed, forgetful: careless };
  const person = await signInAs(cloud, 'author@example.com');

  const killing = new AbortController();
  const killer = killNowAndThen(cloud, killing.signal);
  await submitAll(person, entries);
  await wait(3 * betweenKills);
  killing.abort();
  await killer;
  cloud.mailProvider.faults = { ...cloud.mailProvider.faults, failing: 0, losing: 0 };
  await untilOver(world, entries);

  const counts = new Map<string, number>();
  for (const { to } of await mailsIn(cloud))
    for (const address of to) counts.set(address, (counts.get(address) ?? 0) + 1);
  const got = addressesOf(entries).map((it) => counts.get(it) ?? 0);
  return {
    expected: got.length,
    once: got.filter((it) => it === 1).length,
    never: got.filter((it) => it === 0).length,
    twice: got.filter((it) => it > 1).length,
    kills: log.filter((it) => it.includes('Runtime exited without')).length,
    givenUp: log.filter((it) => it.includes('given up')).length,
  };
}

/** One entry in ten leaves its address out. */
function addressOf(index: number): string | undefined {
  return index % 10 === 0 ? undefined : `mickey${index}@example.com`;
}

function addressesOf(entries: number): readonly string[] {
  return Array.from({ length: entries }, (_, index) => addressOf(index) ?? []).flat();
}

async function submitAll(person: Person, entries: number): Promise<void> {
  const waiting = Array.from({ length: entries }, (_, index) => addressOf(index));
  const writer = async () => {
    while (waiting.length > 0) {
      const email = waiting.shift();
      const answers = { fname: 'Mickey', lname: 'Mouse', email };
      const { status } = await person.submit('pwausers', answers);
      if (status !== 201) throw new Error(`A submission was answered ${status}.`);
    }
  };
  await Promise.all(Array.from({ length: 4 }, writer));
}

async function killNowAndThen(cloud: Cloud, signal: AbortSignal): Promise<void> {
  const [mapping] = cloud.streams.mappings();
  while (!signal.aborted) {
    await wait(betweenKills, undefined, { signal }).catch(() => {});
    await cloud.functionNamed(mapping?.functionName ?? '')?.kill();
  }
}

/** Until every mail is known to be sent, and the second mapping has come to its end too. */
async function untilOver({ cloud, log }: World, entries: number): Promise<void> {
  const count = addressesOf(entries).length;
  const sent = async () => (await rowsIn(cloud)).filter((row) => row['state'] === 'sent').length;
  for (let tries = 0; tries < 600 && (await sent()) < count; tries += 1) await wait(500);
  for (let said = -1; said !== log.length; await wait(quiet)) said = log.length;
}

/** A second mapping on the same stream, so that the function gets every batch twice, at the same time. */
const twoMappings: Change = (resource, siblings) => {
  if (resource.Type === 'AWS::Lambda::EventSourceMapping')
    siblings['Twin'] = structuredClone(resource);
};

/** The bundle as it would be if the claim of a mail always went well. */
function withoutMarker(assembly: string): void {
  let spoilt = 0;
  for (const folder of readAssembly(assembly).bundleFolders.values()) {
    const file = join(folder, 'index.mjs');
    const code = readFileSync(file, 'utf8');
    if (!code.includes('created/')) continue;
    const careless = code.replaceAll('attribute_not_exists(pk)', 'attribute_not_exists(nothing)');
    if (careless !== code) spoilt += 1;
    writeFileSync(file, careless);
  }
  if (spoilt !== 1) throw new Error(`${spoilt} bundles were made careless, not one.`);
}
