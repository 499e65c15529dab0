import { expect, test } from 'vitest';
import { fromFile, toFile } from './outbox-file.ts';
import type { QueuedChange } from '../../outbox/changes/queued-change.ts';
import { toStoredChange } from '../../outbox/changes/stored-change.ts';
import { delivered, sampleChange, refused, revision } from '../../testing/sample-changes.ts';

const change = revision(
  { fname: 'M' },
  { id: '019a0000-0000-7000-8000-00000000000b', ifVersion: 2 },
);

test('undelivered changes are exported with their ids, and imported as changes that may have arrived', () => {
  const file = toFile({ changes: [sampleChange(), { ...change, status: refused() }], files: [] });
  const status = { is: 'waiting', attempts: 1 };
  expect(fromFile(file, 'mickey-1')).toEqual({
    ok: true,
    value: {
      changes: [
        { ...sampleChange(), status },
        { ...change, status },
      ],
      files: [],
    },
  });
});

test('delivered changes are not exported', () => {
  expect(
    fromFile(toFile({ changes: [sampleChange({ status: delivered() })], files: [] }), 'mickey-1'),
  ).toEqual({
    ok: true,
    value: { changes: [], files: [] },
  });
});

test('a file with somebody else’s changes is refused as a whole', () => {
  const file = toFile({ changes: [sampleChange(), { ...change, author: 'minnie-2' }], files: [] });
  expect(fromFile(file, 'mickey-1')).toEqual({ ok: false, problem: 'of-somebody-else' });
});

/** Word for word what the first version of the app has exported. */
const exportedByFirstVersion = `{
  "formstead": "outbox",
  "version": 1,
  "waiting": [
    {
      "id": "019a0000-0000-7000-8000-00000000000b",
      "entry": "019a0000-0000-7000-8000-00000000000a",
      "answers": { "fname": "M" },
      "base": { "fname": "Mickey" },
      "does": "revise",
      "form": "pwausers",
      "formVersion": 1,
      "author": "mickey-1",
      "ifVersion": 2,
      "savedAt": "2026-11-20T09:41:00.000Z"
    }
  ]
}`;

test('a file of the first version is read, and exported files are the same', () => {
  const exported: QueuedChange = { ...change, base: { fname: 'Mickey' } };
  expect(fromFile(exportedByFirstVersion, 'mickey-1')).toEqual({
    ok: true,
    value: { changes: [{ ...exported, status: { is: 'waiting', attempts: 1 } }], files: [] },
  });
  expect(JSON.parse(toFile({ changes: [exported], files: [] }))).toEqual(
    JSON.parse(exportedByFirstVersion),
  );
});

const other = (more: object) =>
  JSON.stringify({
    formstead: 'outbox',
    version: 1,
    waiting: [{ ...toStoredChange(sampleChange()), ...more }],
  });

test.each([
  ['nothing', ''],
  ['half of it', toFile({ changes: [sampleChange()], files: [] }).slice(0, 40)],
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
