import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { functionBundle } from '../function-bundle.ts';
import { interleaved, median, ratio, type Measures } from '../statistics.ts';
import { bundlePeers, bundlingError, peers, type Peer } from './bundle-peers.ts';
import type { Plan, Sample } from './cold-start-sample.ts';
import { slowProcessor } from './slow-processor.ts';

/** Each peer, bundled like Amplify does it and from ES modules. */
type Contender = 'ours' | Peer | `lean ${Peer}`;

/** The share of a processor of a function with 512 MB; with 1769 MB it would be a whole one. */
const processors = 0.29;

/**
 * Compares the API function with handlers as others would write them: each sample is a fresh process that
 * loads the bundle and answers, with a fake DynamoDB behind TLS. Processor time, medians.
 */
export async function measureFunctions(folder: string, assembly: string): Promise<Measures> {
  const ownBundle = functionBundle(assembly, 'api');
  const lean = await bundlePeers(folder, 'lean');
  const bundles = {
    ours: ownBundle,
    ...(await bundlePeers(folder, 'stock')),
    ...Object.fromEntries(peers.map((it) => [`lean ${it}`, lean[it]])),
  } as Record<Contender, string>;
  // Two spellings of a source map's name.
  if ((await bundlingError(functionBundle(assembly, 'mail'), folder)) > 100)
    throw new Error('Amplify bundles differently by now: bundle-peers.ts has to be looked at.');

  await using dynamodb = await startFakeDynamodb(folder);
  const sample = (contender: Contender, plan: Plan) =>
    runSample(bundles[contender], plan, dynamodb.environment);
  const stock: readonly Contender[] = ['ours', ...peers];
  const leanOnes = peers.map((it): Contender => `lean ${it}`);
  const cold = await samplesOf([...stock, ...leanOnes], 9, (it) => sample(it, { warm: 0 }));
  const warm = await samplesOf([...stock, 'lean crud'], 5, (it) => sample(it, { warm: 800 }));
  const coldOf = (it: Contender) => median(cold[it].map(({ init, first }) => init + first));
  const warmOf = (it: Contender, operation: 'POST' | 'GET' | 'LIST') =>
    median(warm[it].map((sample) => sample.warm[operation]));
  const ms = 'ms of CPU';
  return {
    ...sizes(assembly),
    'API: size of its bundle, of the CRUD handler’s': ratio(
      statSync(ownBundle).size / 1000,
      statSync(bundles.crud).size / 1000,
      'kB',
    ),
    'API: size of its bundle, of the CRUD handler’s from ES modules': ratio(
      statSync(ownBundle).size / 1000,
      statSync(lean.crud).size / 1000,
      'kB',
    ),
    'API: warm POST, of the CRUD handler from ES modules': ratio(
      warmOf('ours', 'POST'),
      warmOf('lean crud', 'POST'),
      ms,
    ),
    ...Object.fromEntries(
      peers.flatMap((peer) => [
        [`API: cold start, of ${names[peer]}`, ratio(coldOf('ours'), coldOf(peer), ms)],
        [
          `API: cold start, of ${names[peer]} from ES modules`,
          ratio(coldOf('ours'), coldOf(`lean ${peer}`), ms),
        ],
        [
          `API: warm POST, of ${names[peer]}`,
          ratio(warmOf('ours', 'POST'), warmOf(peer, 'POST'), ms),
        ],
      ]),
    ),
    'API: warm GET, of the CRUD handler': ratio(warmOf('ours', 'GET'), warmOf('crud', 'GET'), ms),
    'API: warm list of 20, of the CRUD handler': ratio(
      warmOf('ours', 'LIST'),
      warmOf('crud', 'LIST'),
      ms,
    ),
    'API: memory after 4800 calls, of the CRUD handler': ratio(
      median(warm.ours.map((it) => it.megabytes)),
      median(warm.crud.map((it) => it.megabytes)),
      'MB',
    ),
    'API: first call with 0.29 of a processor and a live connection, of the CRUD handler':
      await firstCall(sample),
  };
}

const names: Record<Peer, string> = {
  crud: 'the CRUD handler',
  middy: 'middy’s',
  hono: 'hono’s',
  powertools: 'Powertools’',
};

function sizes(assembly: string): Measures {
  const kB = (stack: 'api' | 'mail') => ({
    value: statSync(functionBundle(assembly, stack)).size / 1000,
  });
  return { "API function's bundle (kB)": kB('api'), "mail function's bundle (kB)": kB('mail') };
}

/**
 * Lambda loads a function at full speed, whatever its memory; from the first call on it has its share. This
 * is the best case: connections made while loading are often lost if Lambda started the sandbox ahead of
 * need.
 */
async function firstCall(sample: (contender: Contender, plan: Plan) => Promise<Sample>) {
  using slow = slowProcessor(processors);
  const plan = { warm: 0, ...(slow && { cgroup: slow.cgroup }) };
  const samples = await samplesOf(['ours', 'crud'], 7, (it) => sample(it, plan));
  const wall = (it: 'ours' | 'crud') =>
    median(samples[it].map((one) => (slow ? one.firstWall : one.first / processors)));
  return ratio(
    wall('ours'),
    wall('crud'),
    slow ? 'ms' : 'ms, computed from CPU time: no cgroups here',
  );
}

async function samplesOf<It extends Contender>(
  contenders: readonly It[],
  rounds: number,
  measureOnce: (contender: It) => Promise<Sample>,
): Promise<Record<It, readonly Sample[]>> {
  const taken: { readonly by: It; readonly sample: Sample }[] = [];
  for (const by of interleaved(contenders, rounds))
    taken.push({ by, sample: await measureOnce(by) });
  return Object.fromEntries(
    contenders.map((it) => [it, taken.filter(({ by }) => by === it).map(({ sample }) => sample)]),
  ) as Record<It, Sample[]>;
}

async function runSample(
  bundle: string,
  plan: Plan,
  environment: NodeJS.ProcessEnv,
): Promise<Sample> {
  const script = join(import.meta.dirname, 'cold-start-sample.ts');
  const child = spawn(process.execPath, [script, bundle, JSON.stringify(plan)], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  await once(child, 'close');
  return JSON.parse(output) as Sample;
}

/** With its own certificate, since a handshake is part of every cold start. */
async function startFakeDynamodb(folder: string) {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject].concat([
      '-keyout',
      key,
      '-out',
      certificate,
    ]),
    { stdio: 'ignore' },
  );
  const script = join(import.meta.dirname, 'fake-dynamodb.ts');
  const server = spawn(process.execPath, [script, key, certificate], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await once(server.stdout, 'data')) as [Buffer];
  return {
    environment: {
      PATH: process.env['PATH'],
      NODE_EXTRA_CA_CERTS: certificate,
      TABLE_NAME: 'Entries',
      AWS_ENDPOINT_URL_DYNAMODB: `https://localhost:${String(port).trim()}`,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'bench',
      AWS_SECRET_ACCESS_KEY: 'bench',
      AWS_SESSION_TOKEN: 'bench',
    },
    async [Symbol.asyncDispose]() {
      server.kill();
      await once(server, 'exit');
    },
  };
}
