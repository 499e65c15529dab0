import { expect, test } from 'vitest';
import { mailInChaos } from './mail-chaos.ts';

// `npm run prove:mail` is the same with five hundred entries.
const plan = { entries: 30, seed: 1 };

test('with batches delivered twice, kills and a failing provider, every entry is confirmed once, and of one person’s no more than ten an hour', async () => {
  const { kills, ...found } = await mailInChaos(plan);
  const greedy = { entries: 15, mails: 10 };
  expect(found).toEqual({ expected: 27, once: 27, never: 0, twice: 0, greedy, givenUp: 0 });
  expect(kills).toBeGreaterThan(0);
});

test('without the marker and the key, the same finds mails sent twice', async () => {
  const { twice } = await mailInChaos({ entries: 10, seed: 1, careless: true });
  expect(twice).toBeGreaterThan(0);
});
