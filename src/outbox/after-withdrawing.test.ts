import { expect, test } from 'vitest';
import { restored, revised, withdrawn, type Chain } from './chain.ts';
import { unsent, type Parcel, type Stand } from './parcel.ts';

const entry = '019a0000-0000-7000-8000-00000000000a';
const unknown: Stand = { is: 'waiting', attempts: 1 };
const submission: Parcel = {
  id: entry,
  does: 'submit',
  entry,
  form: 'pwausers',
  formVersion: 1,
  author: 'mickey-1',
  answers: { fname: 'Mickey' },
  savedAt: '2026-11-20T09:41:00.000Z',
  stand: unknown,
};
const revision: Parcel = { ...submission, id: 'change-1', does: 'revise', stand: unsent };
const withdrawal: Parcel = { ...submission, id: 'change-2', does: 'withdraw', stand: unsent };
const restoration: Parcel = { ...withdrawal, id: 'change-3', does: 'restore' };

test('changed, withdrawn and brought back: the change is still there', () => {
  const chain: Chain = [submission, revision];
  expect(restored(withdrawn(chain, withdrawal), restoration)).toEqual(chain);
});

test('a refused change does not hold back the withdrawal', () => {
  const refusal = { code: 'invalid', title: 'No', complaints: [] };
  const refused: Parcel = { ...revision, stand: { is: 'attention', refusal } };
  const after = withdrawn([submission, refused], withdrawal);
  expect(after.map(({ id }) => id)).toEqual([entry, 'change-2']);
});

test('other answers after a withdrawal are a change to what was seen: a withdrawal tells no version', () => {
  const change: Parcel = { ...revision, ifVersion: 1 };
  const after = revised([{ ...withdrawal, stand: unknown }], change);
  expect(after.at(-1)).toMatchObject({ id: 'change-1', ifVersion: 1 });
});
