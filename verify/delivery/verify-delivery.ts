/**
 * `npm run verify -- delivery --entries 2000 --seed 1`: many devices with the app's own outbox against the
 * local cloud, while everything fails that can. Fails if an entry is lost, stored twice or different from
 * what its author submitted, if a change is undone unnoticed, or if something erased or sensitive is left
 * where it must not be. `--without-idempotency` shows that the check works.
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
  },
});
const folder = mkdtempSync(join(tmpdir(), 'formstead-delivery-'));
const report = reportOn(
  await runDelivery({
    assembly: await synthesizeBackend(folder),
    seed: Number(values.seed),
    entries: Number(values.entries),
    isIdempotent: !values['without-idempotency'],
  }),
);
rmSync(folder, { recursive: true });
process.stdout.write(`${report.text}\n`);
process.exitCode = report.isKept ? 0 : 1;
