/** `npm run prove:browsers`: the core path of the outbox in Firefox and in WebKitGTK, from Debian's packages. */
import type { Kind } from './browser.ts';
import { firefox } from './firefox.ts';
import { outboxJourney } from './journey.ts';
import { openServers, type Servers } from './servers.ts';
import { webkit } from './webkit.ts';

const kinds = [firefox, webkit];
const missing = kinds.filter((it) => !it.isInstalled());
for (const { name, packages } of missing)
  say(`${name}: not installed. As root: apt-get install -y --no-install-recommends ${packages}`);

let failed = missing.length;
if (missing.length < kinds.length) {
  await using servers = await openServers();
  for (const kind of kinds)
    if (!missing.includes(kind) && !(await isProven(kind, servers))) failed += 1;
}
say(`\n${kinds.length} browsers, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function isProven(kind: Kind, servers: Servers): Promise<boolean> {
  try {
    // The one before may have failed while they were gone.
    await servers.startAgain();
    await using browser = await kind.start();
    await outboxJourney({
      browser,
      servers,
      email: `${kind.name}@example.com`.toLowerCase(),
      say: (step) => say(`${browser.name}: ${step}`),
    });
    return true;
  } catch (error) {
    say(`${kind.name}: FAILED. ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
