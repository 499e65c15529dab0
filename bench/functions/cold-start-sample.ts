/**
 * One fresh process, like a cold start of Lambda: `node cold-start-sample.ts <bundle> <plan as JSON>` loads
 * the bundle, sends it a POST, then the requests of the plan, and prints the times.
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { eventFor, type Operation } from './gateway-event.ts';

export type Plan = {
  /** Measured calls of each kind, after as many warm-up calls. */
  readonly warm: number;
  /** The cgroup to enter after loading; its quota simulates a slow processor. */
  readonly cgroup?: string;
};

export type Sample = {
  /** Processor time in milliseconds, for loading and for the first call. */
  readonly init: number;
  readonly first: number;
  /** Wall-clock milliseconds. */
  readonly initWall: number;
  readonly firstWall: number;
  /** Processor time in milliseconds for one call. */
  readonly warm: Readonly<Record<Operation, number>>;
  readonly megabytes: number;
};

type Handler = (event: object, context: object) => Promise<{ readonly statusCode: number }>;

const [bundle = '', plan = '{}'] = process.argv.slice(2);
const { warm, cgroup } = JSON.parse(plan) as Plan;
const print = process.stdout.write.bind(process.stdout);
// Without the function's log.
process.stdout.write = () => true;

const load = startClocks();
const { handler } = (await import(pathToFileURL(bundle).href)) as { handler: Handler };
const loaded = load();
if (cgroup !== undefined) writeFileSync(`${cgroup}/cgroup.procs`, String(process.pid));
const call = startClocks();
await invoke('POST');
const called = call();

const costs = { POST: 0, GET: 0, LIST: 0 };
for (const operation of Object.keys(costs) as Operation[]) {
  for (let n = 0; n < warm; n += 1) await invoke(operation);
  const all = startClocks();
  for (let n = 0; n < warm; n += 1) await invoke(operation);
  costs[operation] = all().cpu / warm;
}
const sample: Sample = {
  init: loaded.cpu,
  first: called.cpu,
  initWall: loaded.wall,
  firstWall: called.wall,
  warm: costs,
  megabytes: process.memoryUsage.rss() / 1e6,
};
print(`${JSON.stringify(sample)}\n`, () => process.exit());

async function invoke(operation: Operation): Promise<void> {
  const { statusCode } = await handler(eventFor(operation), { awsRequestId: 'bench' });
  if (statusCode >= 300) throw new Error(`${operation}: ${statusCode}`);
}

/** Starts both clocks. Returns a function that reads them. */
function startClocks() {
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return { cpu: (user + system) / 1000, wall: performance.now() - wall };
  };
}
