/**
 * `npm run prove:load [-- --seconds 60]`: finds out how many submissions a second the local stack holds on
 * this machine, sets the stage's throttle there, sends that many for a minute, and then three times as many.
 * Fails when anything acknowledged is not in the table, once; when within the rate anybody is refused; when
 * past it anybody is answered otherwise than 201 or 429; or when memory grows.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openMortalCloud, type MortalCloud } from '../delivery/cloud.ts';
import { storedIn } from '../delivery/stored.ts';
import { synthesizedIn, type Change } from '../world.ts';
import { createCaller } from './caller.ts';
import { isFlawless, judge } from './judge.ts';
import { watchMemory } from './memory.ts';
import { capacity, sendEvenly } from './rate.ts';
import type { Known } from './writer.ts';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' } } });
const seconds = Number(values.seconds);
const folder = mkdtempSync(join(tmpdir(), 'formstead-load-'));
const someone = [{ email: 'person@example.com', groups: [] }];

/**
 * The share of what it can do at its best that it is asked to do for long: the engine goes through the whole
 * day's stream at each write, and so slows down while it is looked at.
 */
const comfortable = 0.3;
let isProven = true;

const most = await findMost();
const rate = Math.max(1, Math.floor(Math.min(500, most * comfortable)));
say(`at its best ${most.toFixed(0)} a second; throttled, and held, at ${rate}`);
await using cloud = await openMortalCloud(
  await synthesizedIn(place('held'), throttledAt(rate)),
  someone,
);
const world = aWorld(cloud);
// Before memory is looked at there are as many sandboxes as it ever takes, and each has been used.
await Promise.all(Array.from({ length: 10 }, () => world.submit()));
await sendEvenly({ perSecond: rate * 0.97, seconds: seconds / 2 }, world.submit);
world.forget();
const memory = watchMemory({ api: cloud.api.pid, database: cloud.database.pid }, 500);

await sendEvenly({ perSecond: rate * 0.97, seconds }, world.submit);
memory.stop();
const held = world.forget();
say(`${seconds} s at ${rate} a second: ${told(held)}`);
verdict(
  held.wrong.length === 0 && held.refused.length === 0,
  'within the rate everybody is served',
);
for (const [name, samples] of Object.entries(memory.samples)) {
  const [before, after] = [thirds(samples, 1), thirds(samples, 2)];
  verdict(
    after <= before * 1.15,
    `memory of the ${name}: ${before.toFixed(0)} MB, then ${after.toFixed(0)} MB`,
  );
}

await sendEvenly({ perSecond: rate * 3, seconds: Math.min(15, seconds) }, world.submit);
const past = world.forget();
say(`past it, at ${rate * 3} a second: ${told(past)}`);
verdict(past.wrong.length === 0 && past.refused.length > 0, 'past it 429, and no other answer');

const again = past.refused.values();
await sendEvenly({ perSecond: rate * 0.8, seconds: past.refused.length / (rate * 0.8) }, async () =>
  world.submit(again.next().value),
);
const last = world.forget();
say(`the refused, once more: ${told(last)}`);
const found = judge(await storedIn(cloud.engineUrl), [
  { username: cloud.people[0]?.username ?? '', entries: world.entries },
]);
const { examples, ...counts } = found;
say(JSON.stringify({ sent: world.entries.length, ...counts }));
verdict(isFlawless(found) && last.refused.length === 0, 'nothing lost, nothing twice');
for (const it of [...held.wrong, ...past.wrong, ...last.wrong, ...examples].slice(0, 5)) say(it);
world.close();
rmSync(folder, { recursive: true, force: true });
process.exitCode = isProven ? 0 : 1;

async function findMost(): Promise<number> {
  const assembly = await synthesizedIn(place('free'), throttledAt(10_000));
  await using free = await openMortalCloud(assembly, someone);
  const world = aWorld(free);
  await capacity({ callers: 8, seconds: 3 }, world.submit);
  const found = await capacity({ callers: 8, seconds: 6 }, world.submit);
  world.close();
  return found;
}

/** Submissions to a cloud, and what was answered since it was last asked. */
function aWorld({ apiOrigin, people: [person] }: MortalCloud) {
  const caller = createCaller(apiOrigin);
  const entries: Known[] = [];
  let answers = noAnswers();

  async function submit(known: Known = anEntry()): Promise<void> {
    const began = performance.now();
    const told = await caller
      .call({
        method: 'POST',
        path: 'pwausers',
        token: person?.idToken ?? '',
        headers: { 'Idempotency-Key': known.id },
        body: known.answers,
      })
      .catch(() => undefined);
    if (!told) {
      // A connection that was closed just then: the outbox sends again, and so does this.
      answers.unanswered += 1;
      return submit(known);
    }
    if (told.status === 429) answers.refused.push(known);
    else if (![200, 201].includes(told.status) || told.body['id'] !== known.id)
      answers.wrong.push(`${told.status} ${JSON.stringify(told.body).slice(0, 200)}`);
    else {
      known.isSettled = true;
      answers.milliseconds.push(performance.now() - began);
    }
  }

  function anEntry(): Known {
    const answers = { fname: 'Mickey', lname: randomUUID() };
    const known = { id: randomUUID(), answers, version: 1, isWithdrawn: false, isSettled: false };
    entries.push(known);
    return known;
  }

  return {
    entries,
    submit,
    forget() {
      const before = answers;
      answers = noAnswers();
      return before;
    },
    close: () => caller.close(),
  };
}

function noAnswers() {
  const wrong: string[] = [];
  return { milliseconds: [] as number[], refused: [] as Known[], unanswered: 0, wrong };
}

function throttledAt(perSecond: number): Change {
  return ({ Type, Properties }) => {
    if (Type !== 'AWS::ApiGateway::Stage') return;
    const [settings] = Properties['MethodSettings'] as Record<string, unknown>[];
    Object.assign(settings ?? {}, {
      ThrottlingRateLimit: perSecond,
      // As in the template, and so that a client that stumbles is not refused for it.
      ThrottlingBurstLimit: 2 * perSecond,
    });
  };
}

function told({ milliseconds, refused, unanswered, wrong }: ReturnType<typeof noAnswers>): string {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(0);
  return `stored ${sorted.length} · 429 ${refused.length} · no answer ${unanswered} · other ${wrong.length} · p50 ${at(0.5)} ms · p99 ${at(0.99)} ms`;
}

/** The median of the second third, and of the last: the first is warming up. */
function thirds(samples: readonly number[], which: 1 | 2): number {
  const third = Math.floor(samples.length / 3);
  const part = samples.slice(which * third, (which + 1) * third).toSorted((a, b) => a - b);
  return part[Math.floor(part.length / 2)] ?? Number.NaN;
}

function place(name: string): string {
  return join(folder, name);
}

function verdict(isKept: boolean, what: string): void {
  if (!isKept) isProven = false;
  say(`${isKept ? '✓' : '✗'} ${what}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
