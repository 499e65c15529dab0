import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startBackend, type Ports } from '../../packages/amplify-local/start-backend.ts';
import { mailsIn, mailsTo } from '../testing/backend/read-mails.ts';
import { fixedPorts, kill, startKillableCloud } from '../testing/backend/killable-cloud.ts';
import { signInAs, type SignedInPerson } from '../testing/backend/signed-in-person.ts';
import { tableRows } from '../testing/backend/table-rows.ts';
import { synthesizeInto } from '../testing/backend/test-backend.ts';

test('kill -9 loses no mail that is not sent yet, and repeats none that is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-mail-'));
  const assembly = await synthesizeInto(folder);
  const ports = await fixedPorts();
  const here = { assembly, state: join(folder, 'state'), ports, log: () => {} };

  const first = await startBackend(here);
  const addresses = ['one@example.com', 'two@example.com', 'three@example.com'];
  const before = await signInAs(first, 'before@example.com');
  const people: SignedInPerson[] = [];
  for (const address of addresses) people.push(await signInAs(first, address));
  const after = await signInAs(first, 'after@example.com');
  await submit(before);
  await mailsTo(first, 'before@example.com');
  while (!(await tableRows(first)).some((row) => row['state'] === 'sent')) await wait(50);
  await first.close();

  const victim = await startKillableCloud(folder, ports);
  await breakProvider(ports);
  for (const person of people) await submit(person);
  await wait(1000);
  await kill(victim);

  // The inbox is in memory, so every mail in it was sent since the restart.
  const last = await startBackend(here);
  for (const address of addresses) await mailsTo(last, address);
  await submit(after);
  await mailsTo(last, 'after@example.com');
  const sent = (await mailsIn(last)).flatMap(({ to }) => to);
  await last.close();
  rmSync(folder, { recursive: true, force: true });
  expect(sent.toSorted()).toEqual([...addresses, 'after@example.com'].toSorted());
});

async function submit(person: SignedInPerson): Promise<void> {
  const answers = { fname: 'Mickey', lname: 'Mouse' };
  expect((await person.submit('pwausers', answers)).status).toBe(201);
}

/** From another process, like a person at a terminal: docs/mail.md. */
async function breakProvider({ aws }: Ports): Promise<void> {
  const body = JSON.stringify({ failing: 1 });
  const response = await fetch(`http://localhost:${aws}/faults`, { method: 'PUT', body });
  expect(await response.json()).toEqual({ failing: 1 });
}
