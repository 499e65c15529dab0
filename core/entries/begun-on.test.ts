import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { date } from '../fields/index.ts';
import { defineForm } from '../form/define-form.ts';
import { createMemoryStore } from '../testing/memory-store.ts';
import { revise } from './revise.ts';
import { submit } from './submit.ts';

const fields = { born: date({ label: 'Date of birth' }) };
const common = { version: 1, title: 'Birth', action: 'Send', fields } as const;
const plain = defineForm({ ...common, id: 'plain' });
const birth = defineForm({
  ...common,
  id: 'birth',
  bounds: { born: (_, { today }) => ({ max: today }) },
});

function open() {
  const deps = {
    store: createMemoryStore(),
    now: () => new Date('2026-04-20T12:00:00Z'),
    random: () => 0,
    digest: (text: string) => text,
  };
  const id = randomUUID();
  const body = { born: '2026-03-31' };
  const common = { username: 'ada', id, formVersion: 1, body };
  return { deps, id, common };
}

test('limits by today mean the day on which the entry was begun, however late it arrives', async () => {
  const { deps, common } = open();
  const send = (begunOn: string) => submit(deps, { ...common, form: birth, begunOn });
  expect(await send('2026-03-30')).toMatchObject({
    ok: false,
    problem: { code: 'invalid', errors: [{ field: 'born' }] },
  });
  expect(await send('2026-03-31')).toMatchObject({
    ok: true,
    value: { entry: { begunOn: '2026-03-31' } },
  });
});

test('a revision is parsed by the day of its entry, not by its own', async () => {
  const { deps, id, common } = open();
  await submit(deps, { ...common, form: birth, begunOn: '2026-03-31' });
  const revised = await revise(deps, {
    form: birth,
    formVersion: 1,
    begunOn: '2026-04-20',
    body: { born: '2026-04-01' },
    key: { username: 'ada', form: 'birth', id },
    changeId: randomUUID(),
    ifVersion: 1,
  });
  expect(revised).toMatchObject({ ok: false, problem: { code: 'invalid' } });
});

test('a form without logic stores no day', async () => {
  const { deps, common } = open();
  const sent = await submit(deps, { ...common, form: plain, begunOn: '2026-03-31' });
  expect(sent.ok && sent.value.entry).not.toHaveProperty('begunOn');
});
