import { expect, test } from 'vitest';
import { err, ok } from '#core/result.ts';
import type { Caller } from '../cloud/call.ts';
import { erasePerson } from './erase.ts';

type Reply = { readonly erased: number; readonly done: boolean } | 'no network';

/** What was done, in order; the server answers one thing after another, the last of them for ever. */
function createWorld(...replies: Reply[]) {
  const done: string[] = [];
  const progress: number[] = [];
  let isStill = false;
  const call: Caller = async (name, _, { as, query } = {}) => {
    done.push(`${name}${query} of ${as}`);
    const reply = replies.length > 1 ? replies.shift() : replies[0];
    return typeof reply === 'object' ? ok(reply) : err({ is: 'unreachable' });
  };
  const erase = () =>
    erasePerson(
      {
        call,
        account: {
          async remove() {
            expect(isStill).toBe(true);
            done.push('the account');
            return ok(undefined);
          },
        },
        outbox: {
          async whileNothingLeaves(work) {
            isStill = true;
            const worked = await work({
              deliver: () => expect.fail('nothing leaves'),
              forget: async () => void done.push('this device'),
            });
            isStill = false;
            return worked;
          },
        },
      },
      {
        author: 'mickey-1',
        onProgress: (count) => void progress.push(count),
        sleep: async () => void done.push('a pause'),
      },
    );
  return { erase, done, progress };
}

const asked = 'eraseAll?permanent=true of mickey-1';

test('the server is asked until nothing is left, then the account goes, then what is on the device', async () => {
  const { erase, done, progress } = createWorld(
    { erased: 100, done: false },
    { erased: 7, done: false },
    { erased: 0, done: false },
    { erased: 0, done: true },
  );
  expect(await erase()).toEqual(ok(107));
  expect(done).toEqual([asked, asked, asked, 'a pause', asked, 'the account', 'this device']);
  expect(progress).toEqual([100, 107, 107, 107]);
});

test.each<[string, Reply[]]>([
  ['broken off on the way', [{ erased: 100, done: false }, 'no network']],
  ['without a network', ['no network']],
  ['where the server never comes to an end', [{ erased: 0, done: false }]],
  ['where somebody else answers', [{} as Reply]],
])('%s, the account is still there to go on with', async (_, replies) => {
  const { erase, done } = createWorld(...replies);
  expect(await erase()).toEqual(err('unreachable'));
  expect(done).not.toContain('the account');
  expect(done).not.toContain('this device');
});
