import { expect, test } from 'vitest';
import { timeAgo } from './time-ago.ts';

const now = Date.parse('2026-11-26T12:00:00Z');

test.each([
  ['2026-11-26T11:59:30Z', undefined],
  ['2026-11-26T11:57:30Z', '2 minutes ago'],
  ['2026-11-26T09:59:00Z', '2 hours ago'],
  ['2026-11-25T09:00:00Z', 'yesterday'],
  ['2026-11-22T09:00:00Z', '4 days ago'],
  ['2026-11-01T09:00:00Z', 'November 1, 2026'],
])('%s was %s', (at, text) => expect(timeAgo(at, now)).toBe(text));
