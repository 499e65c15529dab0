import { expect, test } from 'vitest';
import { err, ok } from '#core/values/result.ts';
import type { ApiCaller } from '../../cloud/api/api-caller.ts';
import { erasePerson } from './erase-person.ts';

type Reply = { readonly erased: number; readonly done: boolean } | 'no network';

/** Records what was done, in order. The server gives these replies in turn, and repeats the last. */
function createFixture(...replies: Reply[]) {
  const done: string[] = [];
  const progress: number[] = [];
  let isStill = false;
  const links: string[] = [];
  const call: ApiCaller = async (name, _, { as, query, invitation } = {}) => {
    done.push(`${name}${query} of ${invitation ?? as}`);
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
          invitations: async () => links,
          async withDeliveryPaused(work) {
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
  return { erase, done, progress, links };
}

const eraseRequest = 'eraseAll?permanent=true of mickey-1';

test('entries are erased until none are left, then the account, then the data on the device', async () => {
  const { erase, done, progress } = createFixture(
    { erased: 100, done: false },
    { erased: 7, done: false },
    { erased: 0, done: false },
    { erased: 0, done: true },
  );
  expect(await erase()).toEqual(ok(107));
  expect(done).toEqual([
    eraseRequest,
    eraseRequest,
    eraseRequest,
    'a pause',
    eraseRequest,
    'the account',
    'this device',
  ]);
  expect(progress).toEqual([100, 107, 107, 107]);
});

test.each<[string, Reply[]]>([
  ['broken off on the way', [{ erased: 100, done: false }, 'no network']],
  ['without a network', ['no network']],
  ['where the server never comes to an end', [{ erased: 0, done: false }]],
  ['where somebody else answers', [{} as Reply]],
])('%s, the account is still there to try again with', async (_, replies) => {
  const { erase, done } = createFixture(...replies);
  expect(await erase()).toEqual(err('unreachable'));
  expect(done).not.toContain('the account');
  expect(done).not.toContain('this device');
});

test('what was sent with personal links is erased as well', async () => {
  const { erase, done, links } = createFixture({ erased: 1, done: true });
  links.push('a link', 'another');
  expect(await erase()).toEqual(ok(3));
  expect(done.slice(0, 3)).toEqual([
    'eraseAll?permanent=true of a link',
    'eraseAll?permanent=true of another',
    eraseRequest,
  ]);
});
