import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { synthesizeBackend } from '../../verify/delivery/synthesize-backend.ts';
import { reportOn } from '../../verify/delivery/run-report.ts';
import { runDelivery } from '../../verify/delivery/run-delivery.ts';

const folder = mkdtempSync(join(tmpdir(), 'formstead-devices-'));
const entries = 24;
let assembly: string;

beforeAll(async () => {
  assembly = await synthesizeBackend(folder);
});

afterAll(() => rmSync(folder, { recursive: true }));

// `npm run verify -- delivery` runs other seeds, and many more entries; and without idempotency or confirmation, to show
// that the check works.
test('with a bad network and killed processes, no entry and no file is lost or stored twice', async () => {
  const plan = { seed: 3, entries, largestFile: 300_000 };
  const ran = await runDelivery({ assembly, ...plan, isIdempotent: true, isConfirmed: true });
  const { broken, numbers, text } = reportOn(ran);
  expect(broken, text).toEqual([]);
  expect(numbers.acknowledged).toBeGreaterThan(entries / 2);
  expect(numbers['files arrived']).toBeGreaterThan(entries / 2);
  expect(ran.kills.api).toBeGreaterThan(0);
  expect(ran.kills.database).toBeGreaterThan(0);
});
