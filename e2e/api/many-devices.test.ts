import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { synthesizeBackend } from '../../verify/delivery/synthesize-backend.ts';
import { reportOn } from '../../verify/delivery/run-report.ts';
import { runDelivery } from '../../verify/delivery/run-delivery.ts';

const folder = mkdtempSync(join(tmpdir(), 'formstead-devices-'));
const entries = 24;
const everything = { entries, isIdempotent: true, isConfirmed: true, largestFile: 300_000 };
let assembly: string;

beforeAll(async () => {
  assembly = await synthesizeBackend(folder);
});

afterAll(() => rmSync(folder, { recursive: true }));

// `npm run verify -- delivery` runs other seeds, and many more entries.
test('with a bad network and killed processes, no entry and no file is lost or stored twice', async () => {
  const ran = await runDelivery({ assembly, seed: 3, ...everything });
  const { broken, numbers, text } = reportOn(ran);
  expect(broken, text).toEqual([]);
  expect(numbers.acknowledged).toBeGreaterThan(entries / 2);
  expect(numbers['files arrived']).toBeGreaterThan(entries / 2);
  expect(ran.kills.api).toBeGreaterThan(0);
  expect(ran.kills.database).toBeGreaterThan(0);
});

// Which of the two happens is a matter of time, and so of how busy the machine is.
test('without idempotency, such a run loses or duplicates entries, so the check works', async () => {
  const some = { ...everything, largestFile: 0, isIdempotent: false };
  const { broken, numbers } = reportOn(await runDelivery({ assembly, seed: 3, ...some }));
  expect(broken).toEqual(expect.arrayContaining(['I1', 'I2', 'I5']));
  expect(numbers.lost + numbers.duplicates).toBeGreaterThan(0);
});

test('without confirmation, such a run loses files, so the check works', async () => {
  const some = { ...everything, isConfirmed: false };
  const { broken, numbers } = reportOn(await runDelivery({ assembly, seed: 1, ...some }));
  expect(broken).toEqual(['F1']);
  expect(numbers['files lost']).toBeGreaterThan(0);
});
