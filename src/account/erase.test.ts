import { expect, test } from 'vitest';
import { pwausers } from '#forms/pwausers.ts';
import { ride } from '#forms/ride.ts';
import { err, ok } from '#core/result.ts';
import type { Api, Page } from '../cloud/api.ts';
import { told } from '../outbox/sample-parcels.ts';
import { erasePerson } from './erase.ts';

/** What was done, in order; the delivery of the entry called `fails` does not get through. */
function createWorld(fails?: string) {
  const done: string[] = [];
  const left = new Map([
    ['pwausers', ['a', 'b', 'c']],
    ['ride', ['r']],
    ['pwausers withdrawn', ['w']],
  ]);
  let isReachable = true;
  const list: Api['list'] = async (form, { cursor, isWithdrawn } = {}) => {
    if (!isReachable) return err({ is: 'unreachable' });
    const ids = left.get(isWithdrawn ? `${form} withdrawn` : form) ?? [];
    const from = Number(cursor ?? 0);
    const entries = ids.slice(from, from + 2).map((id) => ({ ...told(), id }));
    const page: Page = { entries, cursor: from + 2 < ids.length ? String(from + 2) : undefined };
    return ok(page);
  };
  const deliver: Api['deliver'] = async ({ does, form, entry, author }) => {
    if (entry === fails) return err({ is: 'unreachable' });
    done.push(`${does} ${form}/${entry} of ${author}`);
    for (const [of, ids] of left)
      left.set(
        of,
        ids.filter((id) => id !== entry),
      );
    return ok(undefined);
  };
  const progress: string[] = [];
  let isStill = false;
  const erase = () =>
    erasePerson(
      {
        api: { list },
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
              deliver,
              forget: async () => void done.push('this device'),
            });
            isStill = false;
            return worked;
          },
        },
        newId: () => 'new',
      },
      {
        forms: [pwausers, ride],
        author: 'mickey-1',
        onProgress: (count, all) => void progress.push(`${count}/${all}`),
      },
    );
  return { erase, done, progress, left, cutOff: () => void (isReachable = false) };
}

test('every entry of every form is erased, the withdrawn ones too, then the account, then the device', async () => {
  const { erase, done, progress } = createWorld();
  expect(await erase()).toEqual(ok(5));
  expect(done).toEqual([
    'erase pwausers/a of mickey-1',
    'erase pwausers/b of mickey-1',
    'erase pwausers/c of mickey-1',
    'erase pwausers/w of mickey-1',
    'erase ride/r of mickey-1',
    'the account',
    'this device',
  ]);
  expect([...new Set(progress)]).toEqual(['0/5', '1/5', '2/5', '3/5', '4/5', '5/5']);
});

test('broken off on the way, the account is still there to go on with', async () => {
  const { erase, done } = createWorld('c');
  expect(await erase()).toEqual(err('unreachable'));
  expect(done).not.toContain('the account');
  expect(done).not.toContain('this device');
});

test('without a network nothing is done at all, and what waits goes on waiting', async () => {
  const { erase, done, cutOff } = createWorld();
  cutOff();
  expect(await erase()).toEqual(err('unreachable'));
  expect(done).toEqual([]);
});

test('what another device sends meanwhile is erased as well', async () => {
  const { erase, done, left } = createWorld();
  const erased = erase();
  left.set('ride', ['r', 'late']);
  await erased;
  expect(done.indexOf('erase ride/late of mickey-1')).toBeGreaterThan(0);
  expect(done.at(-2)).toBe('the account');
});
