import { expect, test } from 'vitest';
import { ok } from '#core/values/result.ts';
import type { Response } from '../data/response.ts';
import type { ResponseRow } from '../data/response-row.ts';
import type { InstantRange } from '../time-zone/days-in-zone.ts';
import { newerThan } from './newer-than.ts';

const at = (id: string, second: number) =>
  ({ id, username: 'ada', createdAt: `2026-11-27T12:00:0${second}.000Z` }) as Response;
const rows = (...some: Response[]) => some.map((stored) => ({ stored }) as ResponseRow);

/** An API that has these, newest first, and what it was asked for. */
function anApi(...all: Response[]) {
  const ranges: InstantRange[] = [];
  const page = async (range: InstantRange) => {
    ranges.push(range);
    const responses = all.filter(({ createdAt }) => createdAt >= (range.from ?? ''));
    return ok({ responses, cursor: undefined });
  };
  return { page, ranges };
}

test('only what came in since the newest that is known is requested, and others of its millisecond are new', async () => {
  const api = anApi(at('d', 5), at('c', 3), at('b', 3), at('a', 1));
  const newer = await newerThan(api, { to: '2026-11-27' }, rows(at('b', 3), at('a', 1)));
  expect(newer.ok && newer.value.responses.map(({ id }) => id)).toEqual(['d', 'c']);
  expect(api.ranges).toEqual([{ from: '2026-11-27T12:00:03.000Z', to: '2026-11-27' }]);
});

test('where nothing is known, all is new', async () => {
  const newer = await newerThan(anApi(at('a', 1)), {}, []);
  expect(newer.ok && newer.value).toMatchObject({ responses: [{ id: 'a' }], hasMore: false });
});
