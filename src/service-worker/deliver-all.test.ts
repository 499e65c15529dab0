import { expect, test } from 'vitest';
import { err, ok } from '#core/values/result.ts';
import { nobody, type Tokens as AllTokens } from '../cloud/session/identity.ts';
import type { FlushResult } from '../outbox/delivery/delivery-queue.ts';
import { deliverAll } from './deliver-all.ts';

type Tokens = Pick<AllTokens, 'token'>;

const paused: FlushResult = { is: 'paused', until: 0, because: 'aside' };
const ada = { username: 'ada', email: 'ada@example.com' };
const signedIn: Tokens = { token: async () => ok({ token: 'a', person: ada }) };
const signedOut: Tokens = { token: async () => err('signed-out') };

/** Delivers with these results, and says whose outboxes were flushed, and whether something is left. */
async function delivered(
  results: { readonly [author: string]: FlushResult },
  { tokens = signedIn, waits = false } = {},
) {
  const flushed: string[] = [];
  const flush = async (author: string) => {
    flushed.push(author);
    return results[author] ?? ({ is: 'done' } as const);
  };
  const delivering = deliverAll({
    deliveryQueue: { flush },
    tokens,
    mustWaitForNetwork: async () => waits,
  });
  const isLeft = await delivering.then(
    () => false,
    () => true,
  );
  return { flushed, isLeft };
}

test('entries of whoever is signed in are sent although those without an account are not accepted', async () => {
  expect(await delivered({ [nobody]: paused })).toEqual({ flushed: [nobody, 'ada'], isLeft: true });
});

test('nothing is left if both are sent, or nobody is signed in', async () => {
  expect(await delivered({})).toEqual({ flushed: [nobody, 'ada'], isLeft: false });
  const out = { tokens: signedOut, waits: true };
  expect(await delivered({}, out)).toEqual({ flushed: [nobody], isLeft: false });
});

test('the browser tries again for a person’s entries, and for files that wait for another network', async () => {
  expect((await delivered({ ada: paused })).isLeft).toBe(true);
  expect((await delivered({}, { waits: true })).isLeft).toBe(true);
});
