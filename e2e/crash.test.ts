import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startCloud } from '../local/cloud.ts';
import { fixedPorts, kill, killableCloud } from './killable.ts';
import { signInAs, type Person } from './person.ts';
import { storedIn } from './rows.ts';
import { synthesizedIn } from './world.ts';

const clients = 8;
const kills = 3;

test('kill -9 while 8 clients write loses no acknowledged entry, and stores none twice', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-crash-'));
  await synthesizedIn(folder);
  const ports = await fixedPorts();
  const here = {
    assembly: join(folder, 'cdk.out'),
    state: join(folder, 'state'),
    ports,
    log: () => {},
  };

  const first = await startCloud(here);
  const person = await signInAs(first, 'mickey@example.com');
  await first.close();

  const acknowledged = new Set<string>();
  const sent = new Set<string>();
  for (let round = 0; round < kills; round += 1) {
    const victim = await killableCloud(folder, ports);
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

  const last = await startCloud(here);
  const stored = (await storedIn(last)).map((row) => String(row['id']));
  const again = await Promise.all([...acknowledged].slice(0, 20).map((id) => submit(person, id)));
  await last.close();
  rmSync(folder, { recursive: true, force: true });

  expect(acknowledged.size).toBeGreaterThan(100);
  expect(new Set(stored).size).toBe(stored.length);
  expect([...acknowledged].filter((id) => !stored.includes(id))).toEqual([]);
  expect(stored.filter((id) => !sent.has(id))).toEqual([]);
  expect(again.every((it) => it.status === 200)).toBe(true);
});

/** Submits one entry after the other until told to stop; what fails is not acknowledged. */
async function write(
  person: Person,
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

function submit(person: Person, id: string): Promise<Response> {
  return person.submit('pwausers', { fname: 'Mickey', lname: 'Mouse' }, { 'Idempotency-Key': id });
}
