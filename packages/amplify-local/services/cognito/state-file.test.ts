import { mkdir, mkdtemp, readFile, rm, rmdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { refuse } from './pool/cognito-failure.ts';
import type { Pool } from './pool/user-pool.ts';
import { poolSettingsFrom } from './pool/read-pool-settings.ts';
import { emptyState } from './pool/pool-state.ts';
import { openStateFile } from './state-file.ts';
import { poolId, template } from '../../testing/test-pool.ts';
import { createTransactions } from './pool-transactions.ts';

const settings = poolSettingsFrom(template());

test('an unexpected error rolls everything back', async () => {
  const { transact, onDisk } = await openTestState();
  await transact(({ state }) => void (state.attempts['before'] = [1]));
  const breaking = transact(({ state }) => {
    state.attempts['half'] = [1];
    throw new TypeError('unexpected');
  });
  await expect(breaking).rejects.toThrow('unexpected');
  expect(await transact(({ state }) => state.attempts)).toEqual({ before: [1] });
  expect((await onDisk()).attempts).toEqual({ before: [1] });
});

test('changes before a refusal are kept, but its mails are not sent', async () => {
  const { transact, onDisk, mails } = await openTestState();
  const refused = transact(({ state, send }) => {
    state.attempts['counted'] = [1];
    send({ to: 'a', subject: 'b', text: 'c' });
    refuse('CodeMismatchException', 'no');
  });
  await expect(refused).rejects.toThrow('no');
  expect((await onDisk()).attempts).toEqual({ counted: [1] });
  expect(mails).toEqual([]);
});

test('a mail that cannot be delivered is reported after the state is saved', async () => {
  const { transact, onDisk } = await openTestState(() => Promise.reject(new Error('no inbox')));
  const undelivered = transact(({ state, send }) => {
    state.attempts['sent'] = [1];
    send({ to: 'a', subject: 'b', text: 'c' });
  });
  await expect(undelivered).rejects.toMatchObject({ code: 'CodeDeliveryFailureException' });
  expect((await onDisk()).attempts).toEqual({ sent: [1] });
});

test('a failed write fails the request, and the change is written later', async () => {
  const { transact, onDisk, file } = await openTestState();
  await rm(file);
  await mkdir(file);
  await expect(transact(note('first'))).rejects.toThrow();
  await rmdir(file);
  await transact(note('second'));
  expect(Object.keys((await onDisk()).attempts)).toEqual(['first', 'second']);
});

test('a transaction without changes writes nothing', async () => {
  const { transact, file } = await openTestState();
  const { ino } = await stat(file);
  await transact(({ state }) => state.poolId);
  expect((await stat(file)).ino).toBe(ino);
  await transact(note('something'));
  expect((await stat(file)).ino).not.toBe(ino);
});

test('concurrent transactions are all on disk when they are answered', async () => {
  const { transact, onDisk } = await openTestState();
  const names = Array.from({ length: 50 }, (_, at) => `try ${at}`);
  const seen = names.map(async (name) => {
    await transact(note(name));
    return Object.hasOwn((await onDisk()).attempts, name);
  });
  expect(await Promise.all(seen)).toEqual(names.map(() => true));
});

function note(name: string) {
  return ({ state }: Pool) => void (state.attempts[name] = [1]);
}

async function openTestState(deliver?: () => Promise<void>) {
  const folder = await mkdtemp(join(tmpdir(), 'cognito-store-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'cognito.json');
  const store = await openStateFile(file, poolId, () => emptyState(poolId));
  const mails: object[] = [];
  const transact = createTransactions({
    store,
    settings: () => settings,
    deliver: deliver ?? (async (mail) => void mails.push(mail)),
    now: Date.now,
  });
  const onDisk = async () => JSON.parse(await readFile(file, 'utf8')) as { attempts: object };
  return { transact, onDisk, mails, file };
}
