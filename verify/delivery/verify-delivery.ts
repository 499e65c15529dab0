/**
 * `npm run verify -- delivery --entries 2000 --seed 1`: many devices with the app's own outbox against the
 * local cloud, while everything fails that can. Fails if an entry is lost, stored twice or different from
 * what its author submitted, if a change is undone unnoticed, or if something erased or sensitive is left
 * where it must not be. `--without-idempotency` shows that the check works.
 *
 * With `--entries 500 --largest-file 12000000` nine entries in ten have up to four files, of 1 kB and more, and it fails
 * if one is lost, has other bytes, is stored twice, or stays when nothing refers to it any more, by the bytes on the
 * bucket's disk. `--without-confirmation` shows that this check works.
 *
 * The seed decides what people do, which requests fail and when processes are killed. The speed of the
 * machine differs, so no two runs are exactly the same.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { synthesizeBackend } from './synthesize-backend.ts';
import { reportOn } from './run-report.ts';
import { runDelivery } from './run-delivery.ts';

const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    'without-idempotency': { type: 'boolean', default: false },
    'largest-file': { type: 'string', default: '0' },
    'without-confirmation': { type: 'boolean', default: false },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'formstead-delivery-'));
const report = reportOn(
  await runDelivery({
    assembly: await synthesizeBackend(folder),
    seed: Number(values.seed),
    entries: Number(values.entries),
    isIdempotent: !values['without-idempotency'],
    largestFile: Number(values['largest-file']),
    isConfirmed: !values['without-confirmation'],
  }),
);
rmSync(folder, { recursive: true });
await new Promise((resolve) => process.stdout.write(`${report.text}\n`, resolve));
// Devices that crashed in the middle of a file leave timers behind, of up to an hour.
process.exit(report.isKept ? 0 : 1);
