import { expect, test } from 'vitest';
import { mailInChaos } from './mail-chaos.ts';

// `npm run prove:mail` is the same with five hundred entries.
const plan = { entries: 30, seed: 1 };

test('with batches delivered twice, kills and a failing provider, everyone with an address gets one mail', async () => {
  const { kills, ...found } = await mailInChaos(plan);
  expect(found).toEqual({ expected: 27, once: 27, never: 0, twice: 0, givenUp: 0 });
  expect(kills).toBeGreaterThan(0);
});

test('without the marker and the key, the same finds mails sent twice', async () => {
  const { twice } = await mailInChaos({ entries: 10, seed: 1, careless: true });
  expect(twice).toBeGreaterThan(0);
});
