/**
 * `npm run verify -- parity`: every property of every resource that is deployed, to production and to a
 * sandbox, is read by the local cloud, or checked by a test, or ignored for a reason in
 * dev/parity-exceptions.ts. Unknown properties fail, and so do exceptions that nothing needs.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBackend } from '../../packages/amplify-local/start-backend.ts';
import { readAssembly } from '../../packages/amplify-local/template/assembly.ts';
import {
  parityExceptions,
  findParityException,
  type ParityException,
} from '../../dev/parity-exceptions.ts';
import { pathsIn, watchReads } from '../../packages/amplify-local/template/watch-reads.ts';
import { resolveAssembly } from '../../packages/amplify-local/resolve-assembly.ts';
import type { Resource } from '../../packages/amplify-local/template/resource.ts';
import { synthesize, type Deployment } from '../../packages/amplify-local/synthesis/synthesize.ts';
import { aJpeg, referenceTo } from '../../core/testing/sample-files.ts';
import { numberedEntry, putEntries } from '../../e2e/testing/backend/put-entries.ts';
import { mailsTo } from '../../e2e/testing/backend/read-mails.ts';
import { signInAs } from '../../e2e/testing/backend/signed-in-person.ts';
import { testsById } from '../tests-by-id.ts';

process.env['ALARMS_MAIL'] ??= 'alarms@example.com';
process.env['OPEN_SANDBOXES'] ??= '50';
process.env['OPEN_REQUESTS_FROM_ADDRESS'] ??= '2000';
process.env['SCAN_FILES'] ??= 'yes';
const folder = mkdtempSync(join(tmpdir(), 'formstead-parity-'));
const sandbox = await synthesized('sandbox', {});
const production = await synthesized('production', { type: 'branch', name: 'main' });
const read = await readWhileRunning();
rmSync(folder, { recursive: true });

const counts = { emulated: 0, checked: 0, ignored: 0, unknown: 0 };
const needed = new Set<ParityException>();
for (const { of, resources } of [sandbox, production]) {
  for (const resource of resources)
    for (const property of new Set(pathsIn(resource.properties))) {
      const line = findParityException(resource, property);
      // An exception for a deployed-only resource is needed even if the same property is read elsewhere.
      const isRead = read.has(`${resource.type} ${property}`) && !(line && isDeployedOnly(line));
      if (isRead) counts.emulated += 1;
      else if (!line) {
        counts.unknown += 1;
        print(
          `✗ ${of}: ${resource.path} (${resource.type}): ${property} is neither read nor known`,
        );
      } else {
        needed.add(line);
        counts['checked' in line ? 'checked' : 'ignored'] += 1;
      }
    }
}
const stale = parityExceptions.filter((line) => !needed.has(line));
const tests = await testsById();
const untested = parityExceptions.filter((line) => 'checked' in line && !tests.has(line.checked));
for (const { of, properties = [] } of stale)
  print(`✗ nothing needs ${String(of)} ${properties.join()}`);
for (const line of untested) if ('checked' in line) print(`✗ no test: ${line.checked}`);

const all = [...sandbox.resources, ...production.resources];
print(
  `\n${all.length} resources of ${new Set(all.map(({ type }) => type)).size} types, ` +
    `${Object.values(counts).reduce((sum, it) => sum + it)} properties: ${counts.emulated} emulated, ` +
    `${counts.checked} checked, ${counts.ignored} ignored for a reason, ${counts.unknown} unknown; ` +
    `${parityExceptions.length} lines in the table, ${stale.length} stale, ${untested.length} without their test`,
);
process.exit(counts.unknown + stale.length + untested.length > 0 ? 1 : 0);

async function synthesized(of: string, deployment: Deployment) {
  const assembly = join(folder, of);
  const synthesis = await synthesize(assembly, deployment);
  if (!synthesis.ok) throw new Error(synthesis.message);
  const { resources } = resolveAssembly(readAssembly(assembly));
  return { of, assembly, resources };
}

/** The types and properties that the local cloud reads while it starts, accepts an entry, mails it, and looks for a file. */
async function readWhileRunning(): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  const watched = (it: Resource) => watchReads(it, (path) => seen.add(`${it.type} ${path}`));
  const cloud = await startBackend({
    assembly: sandbox.assembly,
    state: join(folder, 'state'),
    ports: { api: 0, cognito: 0, inbox: 0, aws: 0, s3: 0 },
    log: () => undefined,
    watchBackend: (backend) => ({ ...backend, resources: backend.resources.map(watched) }),
  });
  const person = await signInAs(cloud, 'ada@example.com');
  await person.submit('pwausers', { fname: 'Ada', lname: 'L', email: 'ada@example.com' });
  await mailsTo(cloud, 'ada@example.com');
  const file = referenceTo(aJpeg());
  const entry = { ...numberedEntry(1, 'pwausers', { files: [file] }), username: person.username };
  await putEntries(cloud, [entry]);
  const looked = await person.send('POST', `pwausers/${entry.id}/files/${file.id}/arrival`);
  if (looked.status !== 409) throw new Error(`The API answered with ${looked.status}.`);
  await cloud.close();
  return seen;
}

function isDeployedOnly({ of, properties }: ParityException): boolean {
  return of instanceof RegExp && properties === undefined;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
