import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startBackend } from '../../packages/amplify-local/start-backend.ts';
import { fixedPorts, kill, startKillableCloud } from '../testing/backend/killable-cloud.ts';
import { signInAs, type SignedInPerson } from '../testing/backend/signed-in-person.ts';
import { storedEntryRows } from '../testing/backend/table-rows.ts';
import { synthesizeInto } from '../testing/backend/test-backend.ts';

const clients = 8;
const kills = 3;

test('kill -9 while 8 clients write loses no acknowledged entry, and stores none twice', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-crash-'));
  await synthesizeInto(folder);
  const ports = await fixedPorts();
  const here = {
    assembly: join(folder, 'cdk.out'),
    state: join(folder, 'state'),
    ports,
    log: () => {},
  };

  const first = await startBackend(here);
  const person = await signInAs(first, 'mickey@example.com');
  await first.close();

  const acknowledged = new Set<string>();
  const sent = new Set<string>();
  for (let round = 0; round < kills; round += 1) {
    const victim = await startKillableCloud(folder, ports);
    const stop = new AbortController();
    const writers = Array.from({ length: clients }, () =>
      write(person, sent, acknowledged, stop.signal),
    );
    await wait(700 + 300 * round);
    while (acknowledged.size < 40 * (round + 1)) await wait(50);
    await kill(victim);
    stop.abort();
    await Promise.all(writers);
  }

  const last = await startBackend(here);
  const stored = (await storedEntryRows(last)).map((row) => String(row['id']));
  const again = await Promise.all([...acknowledged].slice(0, 20).map((id) => submit(person, id)));
  await last.close();
  rmSync(folder, { recursive: true, force: true });

  expect(acknowledged.size).toBeGreaterThan(100);
  expect(new Set(stored).size).toBe(stored.length);
  expect([...acknowledged].filter((id) => !stored.includes(id))).toEqual([]);
  expect(stored.filter((id) => !sent.has(id))).toEqual([]);
  expect(again.every((it) => it.status === 200)).toBe(true);
});

/** Submits one entry after another until it is stopped. What fails is not acknowledged. */
async function write(
  person: SignedInPerson,
  sent: Set<string>,
  acknowledged: Set<string>,
  stop: AbortSignal,
) {
  while (!stop.aborted) {
    const id = randomUUID();
    sent.add(id);
    const response = await submit(person, id).catch(() => undefined);
    if (response?.status === 201) acknowledged.add(id);
  }
}

function submit(person: SignedInPerson, id: string): Promise<Response> {
  return person.submit('pwausers', { fname: 'Mickey', lname: 'Mouse' }, { 'Idempotency-Key': id });
}
