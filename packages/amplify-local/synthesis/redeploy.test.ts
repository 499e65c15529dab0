import { expect, test } from 'vitest';
import type { Synthesis } from './synthesize.ts';
import { createRedeploy } from './redeploy.ts';

const always = () => true;

/** Redeploys with one synthesis after the other; records where each was written and what was reported. */
function redeployWith(...outcomes: (Synthesis | Error)[]) {
  const log: string[] = [];
  const redeploy = createRedeploy({
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
    report: (mistake) => void (mistake !== undefined && log.push(mistake)),
  });
  return { redeploy, log };
}

test('a change is never synthesized into the folder that the running backend uses', async () => {
  const { redeploy, log } = redeployWith();
  expect([await redeploy(always), await redeploy(always), await redeploy(always)]).toEqual([
    true,
    true,
    true,
  ]);
  expect(log).toEqual(['into a', 'run a', 'into b', 'run b', 'into a', 'run a']);
});

test('a failed synthesis or start is reported, and the running backend keeps its folder', async () => {
  const { redeploy, log } = redeployWith(
    { ok: true },
    { ok: false, message: 'no backend' },
    new Error('no such resource'),
  );
  expect([
    await redeploy(always),
    await redeploy(always),
    await redeploy(always),
    await redeploy(always),
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

test('an error that is no longer in the files is not reported', async () => {
  const { redeploy, log } = redeployWith({ ok: false, message: 'half of a change' });
  expect(await redeploy(() => false)).toBe(false);
  expect(log).toEqual(['into a']);
});

test('a synthesis that never ends is stopped when the files change', async () => {
  const log: string[] = [];
  const redeploy = createRedeploy({
    folders: ['a', 'b'],
    synthesize: (_, signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve({ ok: false, message: 'ended' }));
      }),
    run: () => expect.fail('It was not made.'),
    report: (mistake) => void log.push(String(mistake)),
  });
  let isCurrent = true;
  const taking = redeploy(() => isCurrent);
  isCurrent = false;
  expect(await taking).toBe(false);
  expect(log).toEqual([]);
});
