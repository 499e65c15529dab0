/** `npm run verify -- <claim> [options]`: runs what shows one claim. docs/verify.md lists the claims. */
import { spawnSync } from 'node:child_process';
import { claimNames, commandsFor } from './claims.ts';

const [claim = '', ...options] = process.argv.slice(2);
if (!claimNames().includes(claim)) {
  console.error(`${claim === '' ? 'Which claim?' : `There is no claim “${claim}”.`} There are:`);
  for (const name of claimNames()) console.error(`  npm run verify -- ${name}`);
  process.exit(1);
}

for (const command of commandsFor(claim, options)) {
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
