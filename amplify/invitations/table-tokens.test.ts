import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createMemoryTable } from '../testing/memory-table.ts';
import { createTableTokens } from './table-tokens.ts';

const ada = {
  form: 'reunion',
  id: 'adaadaadaadaada1',
  expires: 1_800_000_000,
  values: { name: 'Ada', year: 1842 },
};

/** Two running functions of one deployment, at a time that can be moved on. */
function deployment() {
  const table = createMemoryTable();
  let time = Date.parse('2026-01-01T12:00:00Z');
  const now = () => new Date(time);
  const open = () => createTableTokens({ table, remembered: {}, randomBytes, now });
  return {
    table,
    one: open(),
    other: open(),
    pass: (seconds: number) => void (time += seconds * 1000),
    changeSecret: async () => {
      const current = await table.get({ pk: 'secret#invitations', sk: 'current' });
      await table.put({ ...current, pk: 'secret#invitations', sk: 'previous' });
      await table.put({ pk: 'secret#invitations', sk: 'current', secret: 'another one' });
    },
    forgetPrevious: () => table.put({ pk: 'secret#invitations', sk: 'previous', secret: '' }),
  };
}

test('a token says what it was made of, in each function, and is short', async () => {
  const { one, other } = deployment();
  const token = await one.make({ ...ada, values: {} });
  expect(await other.open(token)).toEqual({ ...ada, values: {} });
  expect(token.length).toBeLessThan(90);
  expect(await other.open(await one.make(ada))).toEqual(ada);
  expect(await other.make(ada)).toBe(await one.make(ada));
});

test('two functions that make the first token at once have the same secret', async () => {
  const { one, other } = deployment();
  const [a, b] = await Promise.all([one.make(ada), other.make(ada)]);
  expect(a).toBe(b);
});

test('no other token is accepted, whichever character is another', async () => {
  const { one } = deployment();
  const token = await one.make(ada);
  for (let at = 0; at < token.length; at += 1) {
    const other = token[at] === 'A' ? 'B' : 'A';
    expect(await one.open(token.slice(0, at) + other + token.slice(at + 1))).toBeUndefined();
  }
  for (const other of ['', '.', token.split('.')[0] ?? '', `${token}.`, `${token}=`, ` ${token}`])
    expect(await one.open(other)).toBeUndefined();
});

test('a token for another use of the secret is none', async () => {
  const { one } = deployment();
  const id = await one.idOf(['reunion', 'key', '0']);
  expect(id).toMatch(/^[\w-]{16}$/);
  expect(await one.idOf(['reunion', 'key', '1'])).not.toBe(id);
  expect(await one.open(`${Buffer.from('[]').toString('base64url')}.${id}`)).toBeUndefined();
});

test('when the secret is changed, links from before stay valid until it is deleted', async () => {
  const { one, other, pass, changeSecret, forgetPrevious } = deployment();
  const before = await one.make(ada);
  await other.open(before);
  await changeSecret();
  pass(11);
  const after = await one.make(ada);
  expect(after).not.toBe(before);
  expect(await other.open(after)).toEqual(ada);
  expect(await other.open(before)).toEqual(ada);
  await forgetPrevious();
  pass(301);
  expect(await other.open(before)).toBeUndefined();
  expect(await other.open(after)).toEqual(ada);
});

test('tokens that nobody has made do not make a function read the table each time', async () => {
  const { table } = deployment();
  let reads = 0;
  const counted = { ...table, get: (key: never) => ((reads += 1), table.get(key)) };
  const tokens = createTableTokens({
    table: counted,
    remembered: {},
    randomBytes,
    now: () => new Date('2026-01-01T12:00:00Z'),
  });
  for (let n = 0; n < 50; n += 1) expect(await tokens.open(`${n}.forged`)).toBeUndefined();
  expect(reads).toBe(2);
});
