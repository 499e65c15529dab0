/**
 * `npm run prove:browsers`: the outbox in Firefox and in WebKitGTK, from Debian's packages. The same journey
 * again and again, and a random walk: `-- --only webkit --journeys 20 --pages 100 --seed 1`.
 */
import { parseArgs } from 'node:util';
import type { Kind } from './browser.ts';
import { firefox } from './firefox.ts';
import { outboxJourney, type Trip } from './journey.ts';
import { openServers, type Servers } from './servers.ts';
import { wander } from './wander.ts';
import { webkit } from './webkit.ts';

const { values: asked } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    journeys: { type: 'string', default: '20' },
    pages: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
  },
});
const kinds = [firefox, webkit].filter(({ name }) => name.toLowerCase().includes(asked.only));
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
  const journeys = Number(asked.journeys);
  const pages = Number(asked.pages);
  let passed = 0;
  for (let journey = 1; journey <= journeys; journey += 1)
    if (await hasPassed(kind, servers, `journey-${journey}`, outboxJourney)) passed += 1;
  say(`${kind.name}: the journey, ${passed} of ${journeys}`);
  const walked =
    pages === 0 ||
    (await hasPassed(kind, servers, `walk-${asked.seed}`, (trip) =>
      wander({ ...trip, pages, seed: asked.seed }),
    ));
  say(
    `${kind.name}: a walk of ${pages} pages, seed ${asked.seed}, ${walked ? 'no hang' : 'FAILED'}`,
  );
  return passed === journeys && walked;
}

/** In a browser of its own, as somebody new. */
async function hasPassed(
  kind: Kind,
  servers: Servers,
  what: string,
  go: (trip: Trip) => Promise<void>,
): Promise<boolean> {
  try {
    // The one before may have failed while they were gone.
    await servers.startAgain();
    await using browser = await kind.start();
    await go({
      browser,
      servers,
      email: `${kind.name}-${what}@example.com`.toLowerCase(),
      say: (step) => say(`${browser.name}, ${what}: ${step}`),
    });
    return true;
  } catch (error) {
    say(`${kind.name}, ${what}: FAILED. ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
