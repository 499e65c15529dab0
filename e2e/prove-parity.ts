/**
 * `npm run prove:parity`: every property of every resource that is deployed, to production and to a sandbox,
 * is read by the local cloud as it runs, or held by a test, or ignored for a reason in local/template/known.ts.
 * An unknown one fails; so does a line of that table that nothing needs.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCloud } from '../local/cloud.ts';
import { readAssembly } from '../local/template/assembly.ts';
import { known, knownOf, type Known } from '../local/template/known.ts';
import { pathsIn, watchReads } from '../local/template/reads.ts';
import { resolveAssembly } from '../local/template/resolve.ts';
import type { Resource } from '../local/template/resource.ts';
import { synthesize, type Deployment } from '../local/template/synthesize.ts';
import { mailsTo } from './inbox.ts';
import { signInAs } from './person.ts';

process.env['ALARMS_MAIL'] ??= 'alarms@example.com';
const folder = mkdtempSync(join(tmpdir(), 'formstead-parity-'));
const sandbox = await synthesized('sandbox', {});
const production = await synthesized('production', { type: 'branch', name: 'main' });
const read = await readWhileRunning();
rmSync(folder, { recursive: true });

const counts = { emulated: 0, checked: 0, ignored: 0, unknown: 0 };
const needed = new Set<Known>();
for (const { of, resources } of [sandbox, production]) {
  for (const resource of resources)
    for (const property of new Set(pathsIn(resource.properties))) {
      const line = knownOf(resource, property);
      // What stands in the table for its place alone is not the one that is read here.
      const isRead = read.has(`${resource.type} ${property}`) && !(line && isDeployedOnly(line));
      if (isRead) counts.emulated += 1;
      else if (!line) {
        counts.unknown += 1;
        say(`✗ ${of}: ${resource.path} (${resource.type}): ${property} is neither read nor known`);
      } else {
        needed.add(line);
        counts['checked' in line ? 'checked' : 'ignored'] += 1;
      }
    }
}
const stale = known.filter((line) => !needed.has(line));
const unheld = known.filter((line) => 'checked' in line && !isTest(...line.checked));
for (const { of, properties = [] } of stale)
  say(`✗ nothing needs ${String(of)} ${properties.join()}`);
for (const line of unheld) if ('checked' in line) say(`✗ no test: ${line.checked.join(': ')}`);

const all = [...sandbox.resources, ...production.resources];
say(
  `\n${all.length} resources of ${new Set(all.map(({ type }) => type)).size} types, ` +
    `${Object.values(counts).reduce((sum, it) => sum + it)} properties: ${counts.emulated} emulated, ` +
    `${counts.checked} checked, ${counts.ignored} ignored for a reason, ${counts.unknown} unknown; ` +
    `${known.length} lines in the table, ${stale.length} stale, ${unheld.length} without their test`,
);
process.exit(counts.unknown + stale.length + unheld.length > 0 ? 1 : 0);

async function synthesized(of: string, deployment: Deployment) {
  const assembly = join(folder, of);
  const synthesis = await synthesize(assembly, deployment);
  if (!synthesis.ok) throw new Error(synthesis.message);
  const { resources } = resolveAssembly(readAssembly(assembly));
  return { of, assembly, resources };
}

/** Types with the properties that the local cloud looks at while it starts, takes an entry and mails it. */
async function readWhileRunning(): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  const watched = (it: Resource) => watchReads(it, (path) => seen.add(`${it.type} ${path}`));
  const cloud = await startCloud({
    assembly: sandbox.assembly,
    state: join(folder, 'state'),
    ports: { api: 0, cognito: 0, inbox: 0, aws: 0 },
    log: () => undefined,
    watched: (backend) => ({ ...backend, resources: backend.resources.map(watched) }),
  });
  const person = await signInAs(cloud, 'ada@example.com');
  await person.submit('pwausers', { fname: 'Ada', lname: 'L', email: 'ada@example.com' });
  await mailsTo(cloud, 'ada@example.com');
  await cloud.close();
  return seen;
}

function isDeployedOnly({ of, properties }: Known): boolean {
  return of instanceof RegExp && properties === undefined;
}

/** Whether the file has a test with these words in its name. */
function isTest(file: string, words: string): boolean {
  const names = readFileSync(file, 'utf8').matchAll(
    /^(?:test\(|\]\)\(|test\.each.*\)\()\s*(['"`].*)$/gm,
  );
  return [...names].some(([, name = '']) => name.includes(words));
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
