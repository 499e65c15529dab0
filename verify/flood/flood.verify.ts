import { execFile as execFileWithCallback } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../core/values/id.ts';
import { startOpenBackend } from '../../e2e/testing/backend/open-backend.ts';
import { mailsIn, mailsTo } from '../../e2e/testing/backend/read-mails.ts';
import { signInAs, type SignedInPerson } from '../../e2e/testing/backend/signed-in-person.ts';
import { storedEntryRows } from '../../e2e/testing/backend/table-rows.ts';
import type { TestBackend } from '../../e2e/testing/backend/test-backend.ts';
import { solvedPuzzle } from '../../tools/testing/solved-puzzle.ts';
import { postFrom, type OpenPost } from './post-from.ts';

const execFile = promisify(execFileWithCallback);

const timeout = 600_000;
const form = 'pwausers';
const people = 50;

/** How much longer a request with an account may take beside the flood. */
const mostTimes = 1.5;

let backend: TestBackend;

beforeEach(async () => {
  backend = await startOpenBackend();
}, timeout);

afterEach(() => backend?.[Symbol.asyncDispose]());

const newIds = () => ({
  deviceKey: randomBytes(32).toString('base64url'),
  entry: newId({ now: Date.now(), random: randomBytes(10) }),
});

const post = (it: OpenPost) => postFrom(backend.cloud, form, it);

/** @returns the status that each entry of the flood was answered with */
async function attack(perSecond: number): Promise<readonly number[]> {
  const script = join(import.meta.dirname, 'attack-process.ts');
  const parameters = [backend.cloud.apiUrl, form, String(perSecond)];
  const { stdout } = await execFile(process.execPath, [script, ...parameters]);
  return JSON.parse(stdout) as number[];
}

/** People behind one address, such as a school's. Their devices have solved their puzzles. */
function readyPeople(): readonly OpenPost[] {
  return Array.from({ length: people }, (_, i) => {
    const ids = newIds();
    const answers = { fname: `Person ${i}`, lname: 'Honest', email: 'stranger@example.com' };
    return { ...ids, from: '127.99.0.1', answers, shield: solvedPuzzle({ form, ...ids }) };
  });
}

const sendOneByOne = (posts: readonly OpenPost[]) =>
  Promise.all(posts.map((it, i) => sleep(i * 100).then(() => post(it))));

/** Milliseconds that 99 of 100 requests of somebody with an account take at most. */
async function p99(person: SignedInPerson, isOver: (requests: number) => boolean): Promise<number> {
  const times: number[] = [];
  while (!isOver(times.length)) {
    const start = performance.now();
    expect((await person.get(form)).status).toBe(200);
    times.push(performance.now() - start);
    await sleep(10);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;
}

/** What owners read, page by page. */
async function lastNames(owner: SignedInPerson, query: string): Promise<readonly string[]> {
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const at = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const response = await owner.get(`${form}/responses?limit=100${query}${at}`);
    const page = (await response.json()) as {
      items: { answers: { lname: string } }[];
      cursor?: string;
    };
    names.push(...page.items.map(({ answers }) => answers.lname));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return names;
}

/** On AWS the function that is attacked has processors of its own. Here it has to share two with all others. */
const floods = [
  { name: 'of ten entries a second', perSecond: 10 },
  { name: 'as fast as the gateway lets in', perSecond: Number.POSITIVE_INFINITY },
];

test.each(floods)(
  'a flood $name from many addresses is on hold, and everybody beside it is stored as ever',
  async ({ name, perSecond }) => {
    const owner = await signInAs(backend.cloud, 'olga@example.com', ['owners']);
    const ada = await signInAs(backend.cloud, 'ada@example.com');
    const honest = readyPeople();
    await p99(ada, (requests) => requests === 100);
    const quiet = await p99(ada, (requests) => requests === 500);
    let isOver = false;
    const [honestStatuses, attackStatuses, busy] = await Promise.all([
      sendOneByOne(honest),
      attack(perSecond).finally(() => (isOver = true)),
      p99(ada, () => isOver),
    ]);
    print(name, quiet, busy);
    // The same answer to both: no attempt shows the attacker what would work.
    const others = [...honestStatuses, ...attackStatuses].filter((it) => it !== 201);
    expect(others).toEqual([]);

    const rows = await storedEntryRows(backend.cloud);
    const onHoldOf = (lname: string) =>
      rows
        .filter(({ answers }) => (answers as { lname?: string }).lname === lname)
        .map(({ onHold }) => onHold);
    expect(onHoldOf('Honest')).toEqual(honest.map(() => undefined));
    const attacks = onHoldOf('Attack');
    expect(attacks).toHaveLength(attackStatuses.length);
    for (const reasons of attacks) expect(reasons).toEqual(['puzzle']);

    expect(await lastNames(owner, '')).toEqual(honest.map(() => 'Honest'));
    const onHold = await lastNames(owner, '&onHold=true');
    expect(onHold).toHaveLength(attackStatuses.length);
    expect(new Set(onHold)).toEqual(new Set(['Attack']));

    // The mail function reads what was stored in order: once this mail is here, it has seen all entries before.
    await ada.submit(form, { fname: 'Ada', lname: 'Account' });
    await mailsTo(backend.cloud, 'ada@example.com');
    const mails = await mailsIn(backend.cloud);
    expect(mails.map(({ to }) => to)).toEqual([['ada@example.com']]);
  },
  timeout,
);

/** A claim to read, and no reason to fail: the flood, the cloud and the clock share this machine's processors. */
function print(name: string, quiet: number, busy: number): void {
  const times = busy / quiet;
  const load = `${loadavg()[0]?.toFixed(1)} processes wanted ${availableParallelism()} processors`;
  process.stdout.write(
    `somebody with an account, p99: ${quiet.toFixed(1)} ms quiet, ${busy.toFixed(1)} ms beside a flood ${name}: ` +
      `${times.toFixed(2)} times, ${times <= mostTimes ? 'within' : 'MORE than'} ${mostTimes}; ${load}\n`,
  );
}
