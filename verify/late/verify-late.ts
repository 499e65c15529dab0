/**
 * `npm run verify -- late [--rounds 3] [--only pages|browser]`: runs every test of the pages, and those in a browser,
 * while a third of what they wait for comes late, another third each time: answers of the server, what is read from the
 * disk, and parts of the app that are loaded when they are needed. A test that fails expects them in one order; so does
 * the page, or only the test.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, only: { type: 'string' } },
});
const rounds = Number(values.rounds);
const runs = {
  pages: ['--project', 'pages', '--mode', 'late'],
  browser: ['--project', 'journeys', '--project', 'offline'],
} as const;
const chosen = Object.entries(runs).filter(([name]) => [name, undefined].includes(values.only));
const env = { ...process.env, FORMSTEAD_LATE: '1' };

let failed = 0;
for (let round = 1; round <= rounds; round += 1) {
  for (const [name, options] of chosen) {
    print(`Round ${round} of ${rounds}: ${name}`);
    const vitest = ['node_modules/vitest/vitest.mjs', 'run', ...options];
    const { status } = spawnSync(process.execPath, vitest, { stdio: 'inherit', env });
    if (status !== 0) failed += 1;
  }
}
const all = rounds * chosen.length;
print(`${all - failed} of ${all} runs passed`);
process.exit(failed === 0 && all > 0 ? 0 : 1);

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
