/**
 * `npm run prove:soak [-- --minutes 30 --seed 1]`: people who submit, change, take back and look, while the
 * API and the database are killed with -9 now and then. Fails when anything acknowledged is not in the
 * table, once, as it was acknowledged; or when anybody is told what is not so.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { chanceOf } from '../delivery/chance.ts';
import { openMortalCloud } from '../delivery/cloud.ts';
import { createHistory } from '../delivery/history.ts';
import { unleash } from '../delivery/nemesis.ts';
import { storedIn } from '../delivery/stored.ts';
import { synthesizedIn, type Change } from '../world.ts';
import { createCaller } from './caller.ts';
import { isFlawless, judge } from './judge.ts';
import { watchMemory } from './memory.ts';
import { createWriter, type Tally } from './writer.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
    people: { type: 'string', default: '6' },
  },
});
const minutes = Number(values.minutes);
const seed = Number(values.seed);
if (!(minutes > 0 && minutes <= 50)) throw new Error('Ask for 1 to 50 minutes.');
/** Everybody signs in at the beginning, and once. */
const forAnHour: Change = ({ Type, Properties }) => {
  if (Type !== 'AWS::Cognito::UserPoolClient') return;
  Properties['IdTokenValidity'] = 60;
  Properties['AccessTokenValidity'] = 60;
};
const everyone = Array.from({ length: Number(values.people) }, (_, n) => ({
  email: `person-${n + 1}@example.com`,
  groups: [],
}));

const folder = mkdtempSync(join(tmpdir(), 'formstead-soak-'));
await using cloud = await openMortalCloud(await synthesizedIn(folder, forAnHour), everyone);
const caller = createCaller(cloud.apiOrigin);
const enough = new AbortController();
const tally: Tally = { sent: 0, unanswered: 0, acknowledged: 0, wrong: [] };
const writers = cloud.people.map((person, n) =>
  createWriter({
    person,
    caller,
    chance: chanceOf(seed, 'writer', n),
    tally,
    enough: enough.signal,
    pause: 150,
  }),
);
const memory = watchMemory({ api: cloud.api.pid, database: cloud.database.pid }, 5000);
const nemesis = unleash(cloud, seed, createHistory(), 60_000);
const working = Promise.all(writers.map((it) => it.work()));
for (let minute = 1; minute <= Math.ceil(minutes); minute += 1) {
  await wait(Math.min(1, minutes - minute + 1) * 60_000);
  const { sent, acknowledged, wrong } = tally;
  say(
    `${minute} min: ${sent} sent · ${acknowledged} acknowledged · ${wrong.length} wrong · ${rss()}`,
  );
}
// Whoever waits for an answer still gets one, from a cloud that is whole again.
await nemesis.stop();
enough.abort();
await working;
memory.stop();

const authors = writers.map(({ person, entries }) => ({ username: person.username, entries }));
const verdict = judge(await storedIn(cloud.engineUrl), authors);
const { examples, ...counts } = verdict;
say('');
say(`${minutes} minutes, seed ${seed}, ${everyone.length} people`);
say(`kill -9: the API ${nemesis.kills.api}, the database ${nemesis.kills.database}`);
say(
  `requests: sent ${tally.sent} · without an answer ${tally.unanswered} · writes acknowledged ${tally.acknowledged} · wrong answers ${tally.wrong.length}`,
);
say(
  `entries: ${authors.reduce((sum, it) => sum + it.entries.length, 0)} begun · ${counted(counts)}`,
);
say(`memory, MB: ${rss()}`);
for (const it of [...tally.wrong.slice(0, 5), ...examples]) say(it);
const isKept = isFlawless(verdict) && tally.wrong.length === 0;
say(isKept ? '✓ nothing lost, nothing twice, nothing wrong' : '✗ NOT KEPT');
process.exitCode = isKept ? 0 : 1;
caller.close();
rmSync(folder, { recursive: true, force: true });

/** The largest of each fifth of the time, so that growth would show. */
function rss(): string {
  return Object.entries(memory.samples)
    .map(([name, all]) => {
      const part = Math.ceil(all.length / 5) || 1;
      const parts = [0, 1, 2, 3, 4].map((n) => all.slice(n * part, (n + 1) * part));
      const largest = parts.filter((it) => it.length > 0).map((it) => Math.max(...it).toFixed(0));
      return `${name} ${largest.join(' ')}`;
    })
    .join(' · ');
}

function counted(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(' · ');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
