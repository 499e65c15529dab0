/**
 * `npm run verify -- late [--rounds 3]`: runs every test of the pages while a third of what they wait for comes late,
 * another third each time: answers of the server, what is read from the disk, and parts of the app that are loaded when
 * they are needed. A test that fails expects them in one order; so does the page, or only the test.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } });
const rounds = Number(values.rounds);
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'pages', '--mode', 'late'];

let failed = 0;
for (let round = 1; round <= rounds; round += 1) {
  print(`Round ${round} of ${rounds}`);
  const { status } = spawnSync(process.execPath, vitest, { stdio: 'inherit' });
  if (status !== 0) failed += 1;
}
print(`${rounds - failed} of ${rounds} rounds passed`);
process.exit(failed === 0 && rounds > 0 ? 0 : 1);

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
