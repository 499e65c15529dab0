import { expect, test } from 'vitest';
import type { Deps } from '../../../deps.ts';
import { createKeptRecord } from './kept-record.ts';

/** A device whose disk can fail to be read. */
function createDevice() {
  let stored: unknown;
  let isBroken = false;
  const entryCache: Deps['entryCache'] = {
    read: async () => (isBroken ? Promise.reject(new Error('no answer')) : stored),
    keep: async (_author, _of, body) => void (stored = body),
  };
  return {
    deps: { entryCache } as Deps,
    stored: () => stored,
    setBroken: (is: boolean) => void (isBroken = is),
  };
}

const adding = (more: object) => (before: object) => ({ ...before, ...more });

test('changes that are made at once are all kept', async () => {
  const { deps, stored } = createDevice();
  const record = createKeptRecord('a record');
  void record.update(deps, 'olga', adding({ one: 1 }));
  await record.update(deps, 'olga', adding({ two: 2 }));
  expect(stored()).toEqual({ one: 1, two: 2 });
  expect(await record.read(deps, 'olga')).toEqual({ one: 1, two: 2 });
});

test('what cannot be read looks empty, and is not overwritten', async () => {
  const { deps, stored, setBroken } = createDevice();
  const record = createKeptRecord('a record');
  await record.update(deps, 'olga', adding({ one: 1 }));
  setBroken(true);
  expect(await record.read(deps, 'olga')).toEqual({});
  await record.update(deps, 'olga', adding({ two: 2 }));
  setBroken(false);
  expect(stored()).toEqual({ one: 1 });
  await record.update(deps, 'olga', adding({ two: 2 }));
  expect(stored()).toEqual({ one: 1, two: 2 });
});
