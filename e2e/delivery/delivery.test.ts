import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { synthesizeBackend } from './backend.ts';
import { reportOn } from './report.ts';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'formstead-gate-'));
const entries = 24;
let assembly: string;

beforeAll(async () => {
  assembly = await synthesizeBackend(folder);
});

afterAll(() => rmSync(folder, { recursive: true }));

test.each([1, 2, 3])(
  'seed %i: whatever the network does and whoever is killed, nothing is lost and nothing is stored twice',
  async (seed) => {
    const ran = await run({ assembly, seed, entries, isIdempotent: true });
    const { broken, numbers, text } = reportOn(ran);
    expect(broken, text).toEqual([]);
    expect(numbers.acknowledged).toBeGreaterThan(entries / 2);
    expect(ran.kills.api).toBeGreaterThan(0);
    expect(ran.kills.database).toBeGreaterThan(0);
  },
);

test('without idempotency the same does lose and double: the check is alive', async () => {
  const ran = await run({ assembly, seed: 3, entries, isIdempotent: false });
  const { broken, numbers } = reportOn(ran);
  expect(broken).toEqual(expect.arrayContaining(['I1', 'I2', 'I5']));
  expect(numbers.duplicates).toBeGreaterThan(0);
});
