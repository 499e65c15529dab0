/**
 * `npm run verify -- soak [--minutes 30 --seed 1]`: people submit, change, withdraw and read while the API
 * and the database are killed with -9. Fails if an acknowledged entry is not stored exactly once, as
 * acknowledged, or if anybody gets a wrong response.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { seededRandom } from '../../tools/testing/seeded-random.ts';
import { startTwoProcessCloud } from '../delivery/cloud/two-process-cloud.ts';
import { createHistory } from '../delivery/evidence/run-history.ts';
import { startNemesis } from '../delivery/cloud/nemesis.ts';
import { readStoredEntries } from '../delivery/evidence/stored-entries.ts';
import { synthesizeInto, type TemplateChange } from '../../e2e/testing/backend/test-backend.ts';
import { createLoadClient } from '../load/load-client.ts';
import { isFlawless, checkStored } from '../load/check-stored.ts';
import { watchMemory } from '../load/memory-samples.ts';
import { createWriter, type Tally } from './soak-writer.ts';

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
/** Everybody signs in once, at the beginning. */
const forAnHour: TemplateChange = ({ Type, Properties }) => {
  if (Type !== 'AWS::Cognito::UserPoolClient') return;
  Properties['IdTokenValidity'] = 60;
  Properties['AccessTokenValidity'] = 60;
};
const everyone = Array.from({ length: Number(values.people) }, (_, n) => ({
  email: `person-${n + 1}@example.com`,
  groups: [],
}));

const folder = mkdtempSync(join(tmpdir(), 'formstead-soak-'));
await using cloud = await startTwoProcessCloud(await synthesizeInto(folder, forAnHour), everyone);
const caller = createLoadClient(cloud.apiOrigin);
const enough = new AbortController();
const tally: Tally = { sent: 0, unanswered: 0, acknowledged: 0, wrong: [] };
const writers = cloud.people.map((person, n) =>
  createWriter({
    person,
    caller,
    chance: seededRandom(seed, 'writer', n),
    tally,
    enough: enough.signal,
    pause: 150,
  }),
);
const memory = watchMemory({ api: cloud.api.pid, database: cloud.database.pid }, 5000);
const nemesis = startNemesis(cloud, seed, createHistory(), 60_000);
const working = Promise.all(writers.map((it) => it.work()));
for (let minute = 1; minute <= Math.ceil(minutes); minute += 1) {
  await wait(Math.min(1, minutes - minute + 1) * 60_000);
  const { sent, acknowledged, wrong } = tally;
  print(
    `${minute} min: ${sent} sent · ${acknowledged} acknowledged · ${wrong.length} wrong · ${rss()}`,
  );
}
// Requests that are still open get a response, from a cloud that runs again.
await nemesis.stop();
enough.abort();
await working;
memory.stop();

const authors = writers.map(({ person, entries }) => ({ username: person.username, entries }));
const verdict = checkStored(await readStoredEntries(cloud.engineUrl), authors);
const { examples, ...counts } = verdict;
print('');
print(`${minutes} minutes, seed ${seed}, ${everyone.length} people`);
print(`kill -9: the API ${nemesis.kills.api}, the database ${nemesis.kills.database}`);
print(
  `requests: sent ${tally.sent} · without an answer ${tally.unanswered} · writes acknowledged ${tally.acknowledged} · wrong answers ${tally.wrong.length}`,
);
print(
  `entries: ${authors.reduce((sum, it) => sum + it.entries.length, 0)} begun · ${counted(counts)}`,
);
print(`memory, MB: ${rss()}`);
for (const it of [...tally.wrong.slice(0, 5), ...examples]) print(it);
const isKept = isFlawless(verdict) && tally.wrong.length === 0;
print(isKept ? '✓ nothing lost, nothing twice, nothing wrong' : '✗ NOT KEPT');
process.exitCode = isKept ? 0 : 1;
caller.close();
rmSync(folder, { recursive: true, force: true });

/** The maximum of each fifth of the time, so that growth would show. */
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

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
