import { expect, test } from 'vitest';
import { sampleChange } from '../testing/sample-changes.ts';
import { isRequested, requestToSend } from './send-request.ts';

const minutes = 60 * 1000;
const saved = sampleChange({ author: '' });
const request = requestToSend(saved, 0);

test('what was to be sent is sent after signing in', () => {
  expect(isRequested(saved, request, 10 * minutes)).toBe(true);
});

test.each([
  ['answers that were changed meanwhile', { ...saved, savedAt: '2026-11-20T09:50:00.000Z' }, 1],
  ['another entry', sampleChange({ entry: '019a0000-0000-7000-8000-00000000000b' }), 1],
  ['an entry that was to be sent long ago', saved, 61],
])('%s: its author is asked first', (_, change, minutesLater) => {
  expect(isRequested(change, request, minutesLater * minutes)).toBe(false);
});

test.each([undefined, null, 'yes', {}, { ...request, at: 'now' }])(
  'anything else in the history’s state requests nothing: %j',
  (state) => expect(isRequested(saved, state, 0)).toBe(false),
);
