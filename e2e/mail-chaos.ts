import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { shortId } from '../core/id.ts';
import type { Cloud } from '../local/cloud.ts';
import { readAssembly } from '../local/template/assembly.ts';
import { mailsIn, untilHourLasts } from './inbox.ts';
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
  /** Entries to be confirmed, and those that got so many mails. */
  readonly expected: number;
  readonly once: number;
  readonly never: number;
  readonly twice: number;
  /** Times the function ended in the middle of a batch. */
  readonly kills: number;
  /** Entries, and mails, of somebody who sends more in an hour than is confirmed. */
  readonly greedy: { readonly entries: number; readonly mails: number };
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
  const people: Person[] = [];
  for (let at = 0; at < entries; at += each)
    people.push(await signInAs(cloud, `author${at}@example.com`));
  const glutton = await signInAs(cloud, 'glutton@example.com');

  const killing = new AbortController();
  const killer = killNowAndThen(cloud, killing.signal);
  const plan = Array.from({ length: entries }, (_, index) => sendingOf(people, index));
  const more = Array.from({ length: tooMany }, () => ({
    person: glutton,
    form: 'pwausers',
    id: randomUUID(),
  }));
  await untilHourLasts();
  await submitAll([...plan, ...more]);
  await wait(3 * betweenKills);
  killing.abort();
  await killer;
  cloud.mailProvider.faults = { ...cloud.mailProvider.faults, failing: 0, losing: 0 };
  const confirmed = plan.filter(({ form }) => form === 'pwausers');
  await untilOver(world, confirmed.length + anHour);

  const texts = (await mailsIn(cloud)).map(({ text }) => text);
  const countOf = ({ id }: Sending) => texts.filter((it) => it.includes(shortId(id))).length;
  const got = confirmed.map(countOf);
  return {
    expected: got.length,
    once: got.filter((it) => it === 1).length,
    never: got.filter((it) => it === 0).length,
    twice: [...got, ...more.map(countOf)].filter((it) => it > 1).length,
    greedy: { entries: more.length, mails: more.map(countOf).reduce((sum, it) => sum + it, 0) },
    kills: log.filter((it) => it.includes('Runtime exited without')).length,
    givenUp: log.filter((it) => it.includes('given up')).length,
  };
}

/** Mails that one person may bring about in an hour; entries of one person here, and of one who sends too many. */
const anHour = 10;
const each = 8;
const tooMany = 15;

type Sending = { readonly person: Person; readonly form: string; readonly id: string };

/** One entry in ten is of a form that confirms nothing. */
function sendingOf(people: readonly Person[], index: number): Sending {
  const person = people[Math.floor(index / each)];
  if (!person) throw new Error('There are too few people.');
  return { person, form: index % 10 === 0 ? 'items' : 'pwausers', id: randomUUID() };
}

async function submitAll(plan: readonly Sending[]): Promise<void> {
  const waiting = [...plan];
  const writer = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { person, form, id } = next;
      const answers = form === 'items' ? { title: 'a' } : { fname: 'Mickey', lname: 'Mouse' };
      const { status } = await person.submit(form, answers, { 'Idempotency-Key': id });
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
async function untilOver({ cloud, log }: World, count: number): Promise<void> {
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
