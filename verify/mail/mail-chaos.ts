import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { entryReference } from '../../core/entries/entry-reference.ts';
import type { LocalBackend } from '../../packages/amplify-local/start-backend.ts';
import { readAssembly } from '../../packages/amplify-local/template/assembly.ts';
import { mailsIn, untilHourHasAMinuteLeft } from '../../e2e/testing/backend/read-mails.ts';
import { signInAs, type SignedInPerson } from '../../e2e/testing/backend/signed-in-person.ts';
import { tableRows } from '../../e2e/testing/backend/table-rows.ts';
import {
  startTestBackend,
  type TemplateChange,
  type TestBackend,
} from '../../e2e/testing/backend/test-backend.ts';

type Plan = {
  readonly entries: number;
  readonly seed: number;
  /** Removes what prevents duplicates: the delivery records, and the provider's idempotency keys. */
  readonly careless?: boolean;
};

export type Findings = {
  /** The number of entries to confirm, and of those with so many mails. */
  readonly expected: number;
  readonly once: number;
  readonly never: number;
  readonly twice: number;
  /** How often the function was killed in the middle of a batch. */
  readonly kills: number;
  /** Entries and mails of somebody who submits more in an hour than is confirmed. */
  readonly greedy: { readonly entries: number; readonly mails: number };
  readonly givenUp: number;
};

/** Milliseconds between two kills of the function, and of silence until the run is over. */
const betweenKills = 400;
const quiet = 1500;

/**
 * Submits entries while every batch of the stream is delivered twice at once, the function is killed in the
 * middle of batches, and the provider fails, is slow, and loses responses at random.
 */
export async function mailInChaos({ entries, seed, careless = false }: Plan): Promise<Findings> {
  await using backend = await startTestBackend(
    twoMappings,
    careless ? withoutDeliveryRecord : undefined,
  );
  const { cloud, log } = backend;
  cloud.emailApi.faults = {
    failing: 0.15,
    losing: 0.15,
    slow: 5,
    seed,
    ignoresIdempotencyKey: careless,
  };
  const people: SignedInPerson[] = [];
  for (let at = 0; at < entries; at += entriesPerPerson)
    people.push(await signInAs(cloud, `author${at}@example.com`));
  const glutton = await signInAs(cloud, 'glutton@example.com');

  const killing = new AbortController();
  const killer = killNowAndThen(cloud, killing.signal);
  const plan = Array.from({ length: entries }, (_, index) => sendingOf(people, index));
  const more = Array.from({ length: entriesOfGlutton }, () => ({
    person: glutton,
    form: 'pwausers',
    id: randomUUID(),
  }));
  await untilHourHasAMinuteLeft();
  await submitAll([...plan, ...more]);
  await wait(3 * betweenKills);
  killing.abort();
  await killer;
  cloud.emailApi.faults = { ...cloud.emailApi.faults, failing: 0, losing: 0 };
  const confirmed = plan.filter(({ form }) => form === 'pwausers');
  await untilOver(backend, confirmed.length + mailsPerHour);

  const texts = (await mailsIn(cloud)).map(({ text }) => text);
  const countOf = ({ id }: Sending) => texts.filter((it) => it.includes(entryReference(id))).length;
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

/**
 * The limit of mails per person and hour, the entries of one person here, and those of somebody who exceeds
 * the limit.
 */
const mailsPerHour = 10;
const entriesPerPerson = 8;
const entriesOfGlutton = 15;

type Sending = { readonly person: SignedInPerson; readonly form: string; readonly id: string };

/** One entry in ten belongs to a form without confirmation. */
function sendingOf(people: readonly SignedInPerson[], index: number): Sending {
  const person = people[Math.floor(index / entriesPerPerson)];
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

async function killNowAndThen(cloud: LocalBackend, signal: AbortSignal): Promise<void> {
  const [mapping] = cloud.streams.mappings();
  while (!signal.aborted) {
    await wait(betweenKills, undefined, { signal }).catch(() => {});
    await cloud.functionNamed(mapping?.functionName ?? '')?.kill();
  }
}

/** Waits until every mail is sent and the second event source mapping is idle too. */
async function untilOver({ cloud, log }: TestBackend, count: number): Promise<void> {
  const sent = async () => (await tableRows(cloud)).filter((row) => row['state'] === 'sent').length;
  for (let tries = 0; tries < 600 && (await sent()) < count; tries += 1) await wait(500);
  for (let logged = -1; logged !== log.length; await wait(quiet)) logged = log.length;
}

/** Adds a second mapping on the same stream, so that the function gets every batch twice, at the same time. */
const twoMappings: TemplateChange = (resource, siblings) => {
  if (resource.Type === 'AWS::Lambda::EventSourceMapping')
    siblings['Twin'] = structuredClone(resource);
};

/** Changes the bundle so that claiming a mail always succeeds. */
function withoutDeliveryRecord(assembly: string): void {
  let changedBundles = 0;
  for (const folder of readAssembly(assembly).bundleFolders.values()) {
    const file = join(folder, 'index.mjs');
    // A function of CDK's own, for one.
    if (!existsSync(file)) continue;
    const code = readFileSync(file, 'utf8');
    if (!code.includes('created/')) continue;
    const careless = code.replaceAll('attribute_not_exists(pk)', 'attribute_not_exists(nothing)');
    if (careless !== code) changedBundles += 1;
    writeFileSync(file, careless);
  }
  if (changedBundles !== 1)
    throw new Error(`${changedBundles} bundles were made careless, not one.`);
}
