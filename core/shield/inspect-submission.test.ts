import { expect, test } from 'vitest';
import { createMemoryCounters } from '../testing/memory-counters.ts';
import type { Counted } from './counters.ts';
import type { Puzzle } from './puzzle.ts';
import { inspectSubmission, type OpenSubmission } from './inspect-submission.ts';

/** As the app sends it. */
const likeThePage = {
  header: { puzzle: { day: '2026-03-31', number: '7' }, seconds: 40 },
  puzzle: { entry: 'entry', deviceKey: 'key' },
};

const rates = { device: 2, addressRange: 4, form: 6 };

function aShield() {
  const counters = createMemoryCounters();
  const counted: Counted['is'][] = [];
  let time = Date.parse('2026-03-31T08:59:00Z');
  const deps = {
    now: () => new Date(time),
    isSolved: ({ form, entry, deviceKey }: Puzzle, number: string) =>
      number === '7' && form !== '' && entry === 'entry' && deviceKey === 'key',
    counters: {
      add: (it: Counted, at: Date) => {
        counted.push(it.is);
        return counters.add(it, at);
      },
    },
  };
  return {
    counted,
    wait: (milliseconds: number) => void (time += milliseconds),
    send: (changes: Partial<OpenSubmission> = {}) =>
      inspectSubmission(deps, {
        form: 'feedback',
        rates,
        username: 'open#ada',
        sourceAddress: '203.0.113.7',
        ...likeThePage,
        ...changes,
      }),
    /** From another device in another network each. */
    sendFromAnywhere: (number: number) =>
      inspectSubmission(deps, {
        form: 'feedback',
        rates,
        username: `open#${number}`,
        sourceAddress: `198.51.${number}.1`,
        ...likeThePage,
      }),
  };
}

const fine = { ok: true, value: [] };

test('what a form expects is not put on hold, and what a device sends beyond it is', async () => {
  const { send, wait } = aShield();
  expect([await send(), await send()]).toEqual([fine, fine]);
  expect(await send()).toEqual({ ok: true, value: ['device-rate'] });
  wait(60_000);
  expect(await send()).toEqual(fine);
});

test('new devices in one range of addresses count together, and nobody else with them', async () => {
  const { send } = aShield();
  const fromRange = (number: number) =>
    send({ username: `open#${number}`, sourceAddress: `203.0.113.${number}` });
  for (const number of [1, 2, 3, 4]) expect(await fromRange(number)).toEqual(fine);
  expect(await fromRange(5)).toEqual({ ok: true, value: ['range-rate'] });
  expect(await send({ sourceAddress: '203.0.114.1' })).toEqual(fine);
});

test('what the form expects of everybody is not used up by what is put on hold anyway', async () => {
  const { send, sendFromAnywhere } = aShield();
  for (let count = 0; count < 15; count += 1) await send();
  for (const number of [1, 2, 3, 4]) expect(await sendFromAnywhere(number)).toEqual(fine);
  expect(await sendFromAnywhere(5)).toEqual({ ok: true, value: ['form-rate'] });
});

test('ten times what is expected is on hold, and more is refused until the hour is over', async () => {
  const { send, wait } = aShield();
  for (let count = 1; count <= 20; count += 1) expect(await send()).toMatchObject({ ok: true });
  expect(await send()).toEqual({ ok: false, problem: { code: 'too_many', retryAfter: 60 } });
  wait(60_000);
  expect(await send()).toEqual(fine);
});

test('a refused entry is not counted among everybody’s', async () => {
  const { send, counted } = aShield();
  for (let count = 1; count <= 21; count += 1) await send();
  expect(counted.filter((it) => it === 'form')).toHaveLength(2);
});

test('each form counts by itself', async () => {
  const { send } = aShield();
  for (const form of ['one', 'two', 'three']) expect(await send({ form })).toEqual(fine);
});

test('usually fifty people behind one address may send three entries each', async () => {
  const { send } = aShield();
  for (let count = 0; count < 150; count += 1)
    expect(await send({ rates: undefined, username: `open#${count % 50}` })).toEqual(fine);
});

test('without a known address the range is not counted', async () => {
  const { send, counted } = aShield();
  await send({ sourceAddress: '' });
  expect(counted).toEqual(['device', 'form']);
});

test.each([
  [{}, ['puzzle']],
  [{ ...likeThePage.header, seconds: 0 }, ['too-fast']],
  [{ ...likeThePage.header, seconds: 1 }, []],
  [{ puzzle: likeThePage.header.puzzle }, []],
  [{ puzzle: { day: '2026-03-31', number: '8' } }, ['puzzle']],
  [{ puzzle: { day: '2026-03-17', number: '7' } }, []],
  [{ puzzle: { day: '2026-03-16', number: '7' } }, ['puzzle']],
  [{ puzzle: { day: '2026-04-01', number: '7' } }, []],
  [{ puzzle: { day: '2026-04-02', number: '7' } }, ['puzzle']],
  [{ ...likeThePage.header, isHoneypotFilled: true as const }, ['honeypot']],
  [{ seconds: 0 }, ['too-fast', 'puzzle']],
])('what the device says, %j, puts it on hold for %j', async (header, reasons) => {
  expect(await aShield().send({ header })).toEqual({ ok: true, value: reasons });
});

test('a solution for another entry, or of another device, is none', async () => {
  const { send } = aShield();
  const { puzzle } = likeThePage;
  for (const other of [
    { ...puzzle, entry: 'another' },
    { ...puzzle, deviceKey: 'another' },
  ])
    expect(await send({ puzzle: other })).toEqual({ ok: true, value: ['puzzle'] });
});
