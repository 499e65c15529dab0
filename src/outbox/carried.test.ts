import { expect, test } from 'vitest';
import { fromFile, toFile } from './carried.ts';
import { delivered, parcel, refused, revision } from './sample-parcels.ts';

const change = revision(
  { fname: 'M' },
  { id: '019a0000-0000-7000-8000-00000000000b', ifVersion: 2 },
);

test('what waits is carried to another device under its ids, as something that may have arrived', () => {
  const file = toFile([parcel(), { ...change, stand: refused() }]);
  const stand = { is: 'waiting', attempts: 1 };
  expect(fromFile(file, 'mickey-1')).toEqual({
    ok: true,
    value: [
      { ...parcel(), stand },
      { ...change, stand },
    ],
  });
});

test('what is delivered stays behind', () => {
  expect(fromFile(toFile([parcel({ stand: delivered() })]), 'mickey-1')).toEqual({
    ok: true,
    value: [],
  });
});

test('a file of somebody else is refused as a whole', () => {
  const file = toFile([parcel(), { ...change, author: 'minnie-2' }]);
  expect(fromFile(file, 'mickey-1')).toEqual({ ok: false, problem: 'of-somebody-else' });
});

const other = (more: object) =>
  JSON.stringify({ formstead: 'outbox', version: 1, waiting: [{ ...parcel(), ...more }] });

test.each([
  ['nothing', ''],
  ['half of it', toFile([parcel()]).slice(0, 40)],
  ['another program’s', '{"waiting":[]}'],
  ['one of a later version', '{"formstead":"outbox","version":2,"waiting":[]}'],
  ['one without a list', '{"formstead":"outbox","version":1}'],
  ['one whose id is no UUID', other({ id: '../x' })],
  ['one that asks for what there is not', other({ does: 'publish' })],
  ['one whose answers are no answers', other({ answers: [1] })],
  ['one that names no version', other({ ifVersion: '1' })],
])('a file that is no export is refused: %s', (_, text) => {
  expect(fromFile(text, 'mickey-1')).toEqual({ ok: false, problem: 'not-an-outbox' });
});
