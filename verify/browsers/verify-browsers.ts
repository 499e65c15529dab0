/**
 * `npm run verify -- browsers`: the outbox in Firefox and in WebKitGTK, from Debian's packages. Repeats the
 * same journey, then walks at random: `npm run verify -- browsers --only webkit --journeys 20 --pages 100
 * --seed 1`.
 */
import { parseArgs } from 'node:util';
import type { BrowserKind } from './automated-browser.ts';
import { firefox } from './firefox.ts';
import { outboxJourney, type Journey } from './outbox-journey.ts';
import { openServers, type StoppableServers } from './stoppable-servers.ts';
import { randomWalk } from './random-walk.ts';
import { webkit } from './webkit.ts';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    journeys: { type: 'string', default: '20' },
    pages: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
  },
});
const kinds = [firefox, webkit].filter(({ name }) => name.toLowerCase().includes(options.only));
const missing = kinds.filter((it) => !it.isInstalled());
for (const { name, packages } of missing)
  print(`${name}: not installed. As root: apt-get install -y --no-install-recommends ${packages}`);

let failed = missing.length;
if (missing.length < kinds.length) {
  await using servers = await openServers();
  for (const kind of kinds)
    if (!missing.includes(kind) && !(await isVerified(kind, servers))) failed += 1;
}
print(`\n${kinds.length} browsers, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function isVerified(kind: BrowserKind, servers: StoppableServers): Promise<boolean> {
  const journeys = Number(options.journeys);
  const pages = Number(options.pages);
  let passed = 0;
  for (let journey = 1; journey <= journeys; journey += 1)
    if (await hasPassed(kind, servers, `journey-${journey}`, outboxJourney)) passed += 1;
  print(`${kind.name}: the journey, ${passed} of ${journeys}`);
  const walked =
    pages === 0 ||
    (await hasPassed(kind, servers, `walk-${options.seed}`, (trip) =>
      randomWalk({ ...trip, pages, seed: options.seed }),
    ));
  print(
    `${kind.name}: a walk of ${pages} pages, seed ${options.seed}, ${walked ? 'no hang' : 'FAILED'}`,
  );
  return passed === journeys && walked;
}

/** In a new browser, as a new person. */
async function hasPassed(
  kind: BrowserKind,
  servers: StoppableServers,
  what: string,
  drive: (trip: Journey) => Promise<void>,
): Promise<boolean> {
  try {
    // A failed run before may have left the servers stopped.
    await servers.startAgain();
    await using browser = await kind.start();
    await drive({
      browser,
      servers,
      email: `${kind.name}-${what}@example.com`.toLowerCase(),
      print: (step) => print(`${browser.name}, ${what}: ${step}`),
    });
    return true;
  } catch (error) {
    print(
      `${kind.name}, ${what}: FAILED. ${error instanceof Error ? error.message : String(error)}`,
    );
    return false;
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
