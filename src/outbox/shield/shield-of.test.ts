import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { isSolution, puzzleText } from '#core/shield/puzzle.ts';
import { parseShieldText } from '#core/shield/shield-header.ts';
import { newId } from '#core/values/id.ts';
import { shieldOf } from './shield-of.ts';

const shown = Date.parse('2026-03-31T12:00:00Z');
const deviceKey = 'k'.repeat(43);
const entry = newId({ now: shown, random: new Uint8Array(10) });

const change = (savedAt?: string) => ({
  id: entry,
  entry,
  kind: 'submit' as const,
  form: 'feedback',
  formVersion: 1,
  author: '',
  answers: {},
  ...(savedAt !== undefined && { savedAt }),
});

const deps = { deviceKey: async () => deviceKey, now: () => shown + 60_000 };

test('a device solves the puzzle that the server checks', async () => {
  const { puzzle } = parseShieldText(await shieldOf(deps, change()));
  const { day = '', number = '' } = puzzle ?? {};
  expect(day).toBe('2026-03-31');
  const base = sha256(puzzleText({ form: 'feedback', entry, deviceKey, day })).toString(
    'base64url',
  );
  expect(isSolution(new Uint8Array(sha256(base + number)))).toBe(true);
});

test.each([
  ['2026-03-31T12:00:00.900Z', 0],
  ['2026-03-31T12:00:41.000Z', 41],
  ['2026-03-31T11:00:00.000Z', undefined],
  [undefined, undefined],
])('an entry saved at %s took %j seconds', async (savedAt, seconds) => {
  expect(parseShieldText(await shieldOf(deps, change(savedAt))).seconds).toBe(seconds);
});

function sha256(text: string) {
  return createHash('sha256').update(text).digest();
}
