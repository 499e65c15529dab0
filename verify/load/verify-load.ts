/**
 * `npm run verify -- load [--seconds 60]`: measures how many submissions a second the local stack can take on
 * this machine, sets the stage's throttle well below, sends that many for a minute, and then three times as
 * many. Fails if an acknowledged entry is not stored exactly once, if requests within the limit are rejected,
 * if requests above it are answered with anything but 201 or 429, or if memory grows.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startTwoProcessCloud, type TwoProcessCloud } from '../delivery/cloud/two-process-cloud.ts';
import { readStoredEntries } from '../delivery/evidence/stored-entries.ts';
import { synthesizeInto, type TemplateChange } from '../../e2e/testing/backend/test-backend.ts';
import { createLoadClient } from './load-client.ts';
import { isFlawless, checkStored } from './check-stored.ts';
import { watchMemory } from './memory-samples.ts';
import { measureRate, sendAtRate } from './request-rate.ts';
import type { ExpectedEntry } from '../soak/soak-writer.ts';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' } } });
const seconds = Number(values.seconds);
const folder = mkdtempSync(join(tmpdir(), 'formstead-load-'));
const someone = [{ email: 'person@example.com', groups: [] }];

/**
 * The sustained rate as a share of the highest one: the engine reads the whole day's stream on each write, so
 * it slows down while it is measured.
 */
const comfortable = 0.3;
let isVerified = true;

const highestRate = await findHighestRate();
const rate = Math.max(1, Math.floor(Math.min(500, highestRate * comfortable)));
print(`at its best ${highestRate.toFixed(0)} a second; throttled and tested at ${rate}`);
await using cloud = await startTwoProcessCloud(
  await synthesizeInto(folderFor('throttled'), throttledAt(rate)),
  someone,
);
const submissions = submissionsTo(cloud);
// Start all function sandboxes and use each once before memory is measured.
await Promise.all(Array.from({ length: 10 }, () => submissions.submit()));
await sendAtRate({ perSecond: rate * 0.97, seconds: seconds / 2 }, submissions.submit);
submissions.takeAnswers();
const memory = watchMemory({ api: cloud.api.pid, database: cloud.database.pid }, 500);

await sendAtRate({ perSecond: rate * 0.97, seconds }, submissions.submit);
memory.stop();
const sustained = submissions.takeAnswers();
print(`${seconds} s at ${rate} a second: ${outcomeText(sustained)}`);
verdict(
  sustained.wrong.length === 0 && sustained.refused.length === 0,
  'within the limit every request is accepted',
);
for (const [name, samples] of Object.entries(memory.samples)) {
  const [before, after] = [thirds(samples, 1), thirds(samples, 2)];
  verdict(
    after <= before * 1.15,
    `memory of the ${name}: ${before.toFixed(0)} MB, then ${after.toFixed(0)} MB`,
  );
}

await sendAtRate({ perSecond: rate * 3, seconds: Math.min(15, seconds) }, submissions.submit);
const overloaded = submissions.takeAnswers();
print(`above it, at ${rate * 3} a second: ${outcomeText(overloaded)}`);
verdict(
  overloaded.wrong.length === 0 && overloaded.refused.length > 0,
  'above the limit 429, and no other response',
);

const again = overloaded.refused.values();
await sendAtRate(
  { perSecond: rate * 0.8, seconds: overloaded.refused.length / (rate * 0.8) },
  async () => submissions.submit(again.next().value),
);
const last = submissions.takeAnswers();
print(`the rejected ones again: ${outcomeText(last)}`);
const found = checkStored(await readStoredEntries(cloud.engineUrl), [
  { username: cloud.people[0]?.username ?? '', entries: submissions.entries },
]);
const { examples, ...counts } = found;
print(JSON.stringify({ sent: submissions.entries.length, ...counts }));
verdict(isFlawless(found) && last.refused.length === 0, 'nothing lost, nothing twice');
for (const it of [...sustained.wrong, ...overloaded.wrong, ...last.wrong, ...examples].slice(0, 5))
  print(it);
submissions.close();
rmSync(folder, { recursive: true, force: true });
process.exitCode = isVerified ? 0 : 1;

async function findHighestRate(): Promise<number> {
  const assembly = await synthesizeInto(folderFor('free'), throttledAt(10_000));
  await using free = await startTwoProcessCloud(assembly, someone);
  const submissions = submissionsTo(free);
  await measureRate({ callers: 8, seconds: 3 }, submissions.submit);
  const found = await measureRate({ callers: 8, seconds: 6 }, submissions.submit);
  submissions.close();
  return found;
}

/** Sends submissions to a cloud, and collects the responses since `takeAnswers`. */
function submissionsTo({ apiOrigin, people: [person] }: TwoProcessCloud) {
  const caller = createLoadClient(apiOrigin);
  const entries: ExpectedEntry[] = [];
  let answers = emptyTally();

  async function submit(expected: ExpectedEntry = newEntry()): Promise<void> {
    const began = performance.now();
    const response = await caller
      .call({
        method: 'POST',
        path: 'pwausers',
        token: person?.idToken ?? '',
        headers: { 'Idempotency-Key': expected.id },
        body: expected.answers,
      })
      .catch(() => undefined);
    if (!response) {
      // The connection was closed at that moment: send again, like the outbox.
      answers.unanswered += 1;
      return submit(expected);
    }
    if (response.status === 429) answers.refused.push(expected);
    else if (![200, 201].includes(response.status) || response.body['id'] !== expected.id)
      answers.wrong.push(`${response.status} ${JSON.stringify(response.body).slice(0, 200)}`);
    else {
      expected.isSettled = true;
      answers.milliseconds.push(performance.now() - began);
    }
  }

  function newEntry(): ExpectedEntry {
    const answers = { fname: 'Mickey', lname: randomUUID() };
    const expected = {
      id: randomUUID(),
      answers,
      version: 1,
      isWithdrawn: false,
      isSettled: false,
    };
    entries.push(expected);
    return expected;
  }

  return {
    entries,
    submit,
    takeAnswers() {
      const before = answers;
      answers = emptyTally();
      return before;
    },
    close: () => caller.close(),
  };
}

function emptyTally() {
  const wrong: string[] = [];
  return { milliseconds: [] as number[], refused: [] as ExpectedEntry[], unanswered: 0, wrong };
}

function throttledAt(perSecond: number): TemplateChange {
  return ({ Type, Properties }) => {
    if (Type !== 'AWS::ApiGateway::Stage') return;
    const [settings] = Properties['MethodSettings'] as Record<string, unknown>[];
    Object.assign(settings ?? {}, {
      ThrottlingRateLimit: perSecond,
      // The same burst as in the template, so that an uneven client is not rejected.
      ThrottlingBurstLimit: 2 * perSecond,
    });
  };
}

function outcomeText({
  milliseconds,
  refused,
  unanswered,
  wrong,
}: ReturnType<typeof emptyTally>): string {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(0);
  return `stored ${sorted.length} · 429 ${refused.length} · no answer ${unanswered} · other ${wrong.length} · p50 ${at(0.5)} ms · p99 ${at(0.99)} ms`;
}

/** The medians of the second third and of the last; the first third is for warming up. */
function thirds(samples: readonly number[], which: 1 | 2): number {
  const third = Math.floor(samples.length / 3);
  const part = samples.slice(which * third, (which + 1) * third).toSorted((a, b) => a - b);
  return part[Math.floor(part.length / 2)] ?? Number.NaN;
}

function folderFor(name: string): string {
  return join(folder, name);
}

function verdict(isKept: boolean, what: string): void {
  if (!isKept) isVerified = false;
  print(`${isKept ? '✓' : '✗'} ${what}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
