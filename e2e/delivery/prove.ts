/**
 * `npm run prove:delivery -- --entries 2000 --seed 1`: many devices with the app's own outbox against the
 * local cloud, with everything in between that can go wrong. Fails when an entry is lost, stored twice,
 * or not what its author said, when a change is undone unseen, and when something erased or sensitive
 * is found where it must not be. `--without-idempotency` shows that it would.
 *
 * What people do, which requests suffer and when the nemesis strikes are the seed's; how fast the machine
 * is in the meantime is not, so that no two runs meet in the same moment.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { synthesizeBackend } from './backend.ts';
import { reportOn } from './report.ts';
import { run } from './run.ts';

const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    'without-idempotency': { type: 'boolean', default: false },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'formstead-prove-'));
const report = reportOn(
  await run({
    assembly: await synthesizeBackend(folder),
    seed: Number(values.seed),
    entries: Number(values.entries),
    isIdempotent: !values['without-idempotency'],
  }),
);
rmSync(folder, { recursive: true });
process.stdout.write(`${report.text}\n`);
process.exitCode = report.isKept ? 0 : 1;
