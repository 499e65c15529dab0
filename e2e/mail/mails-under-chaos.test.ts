import { expect, test } from 'vitest';
import { mailInChaos } from '../../verify/mail/mail-chaos.ts';

// `npm run verify -- mail` does the same with five hundred entries.
const plan = { entries: 30, seed: 1 };

test(
  'with batches delivered twice, kills and a failing provider, every entry is confirmed once, and nobody gets more than ten mails an hour',
  { tags: 'mails-under-chaos' },
  async () => {
    const { kills, ...found } = await mailInChaos(plan);
    const greedy = { entries: 15, mails: 10 };
    expect(found).toEqual({ expected: 27, once: 27, never: 0, twice: 0, greedy, givenUp: 0 });
    expect(kills).toBeGreaterThan(0);
  },
);

test('without delivery records and idempotency keys, the same run finds duplicate mails', async () => {
  const { twice } = await mailInChaos({ entries: 10, seed: 1, careless: true });
  expect(twice).toBeGreaterThan(0);
});
