import { expect, test } from 'vitest';
import type { Synthesis } from '../template/synthesize.ts';
import { createTakeUp } from './take-up.ts';

const always = () => true;

/** Takes up one synthesis after the other; says where each went, and what was told. */
function takingUp(...outcomes: (Synthesis | Error)[]) {
  const log: string[] = [];
  const takeUp = createTakeUp({
    folders: ['a', 'b'],
    async synthesize(folder) {
      const [outcome] = outcomes;
      log.push(`into ${folder}`);
      if (outcome instanceof Error) return { ok: true };
      outcomes.shift();
      return outcome ?? { ok: true };
    },
    async run(folder) {
      const [outcome] = outcomes;
      if (outcome instanceof Error) {
        outcomes.shift();
        throw outcome;
      }
      log.push(`run ${folder}`);
    },
    tell: (mistake) => void (mistake !== undefined && log.push(mistake)),
  });
  return { takeUp, log };
}

test('a change is never made where what runs is loaded from', async () => {
  const { takeUp, log } = takingUp();
  expect([await takeUp(always), await takeUp(always), await takeUp(always)]).toEqual([
    true,
    true,
    true,
  ]);
  expect(log).toEqual(['into a', 'run a', 'into b', 'run b', 'into a', 'run a']);
});

test('what does not synthesize, or cannot be run, is told, and what runs keeps its folder', async () => {
  const { takeUp, log } = takingUp(
    { ok: true },
    { ok: false, message: 'no backend' },
    new Error('no such resource'),
  );
  expect([
    await takeUp(always),
    await takeUp(always),
    await takeUp(always),
    await takeUp(always),
  ]).toEqual([true, false, false, true]);
  expect(log).toEqual([
    'into a',
    'run a',
    'into b',
    'no backend',
    'into b',
    'no such resource',
    'into b',
    'run b',
  ]);
});

test('a mistake that is no longer in the files is not told', async () => {
  const { takeUp, log } = takingUp({ ok: false, message: 'half of a change' });
  expect(await takeUp(() => false)).toBe(false);
  expect(log).toEqual(['into a']);
});

test('a synthesis that goes on for ever is ended when the files say something else', async () => {
  const log: string[] = [];
  const takeUp = createTakeUp({
    folders: ['a', 'b'],
    synthesize: (_, signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve({ ok: false, message: 'ended' }));
      }),
    run: () => expect.fail('It was not made.'),
    tell: (mistake) => void log.push(String(mistake)),
  });
  let isCurrent = true;
  const taking = takeUp(() => isCurrent);
  isCurrent = false;
  expect(await taking).toBe(false);
  expect(log).toEqual([]);
});
