/**
 * One fresh process, as Lambda would start one: `node sample.ts <bundle> <plan as JSON>` loads the bundle,
 * sends it a POST, and then as many more of each kind as the plan says. It prints what that took.
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { eventFor, type Operation } from './event.ts';

export type Plan = {
  /** Calls of each kind that are measured, after as many that are not. */
  readonly warm: number;
  /** The cgroup to enter between loading and the first call; its quota makes a slow processor. */
  readonly cgroup?: string;
};

export type Sample = {
  /** Milliseconds of processor time: loading, and the first call. */
  readonly init: number;
  readonly first: number;
  /** Milliseconds on the clock. */
  readonly initWall: number;
  readonly firstWall: number;
  /** Milliseconds of processor time for one call. */
  readonly warm: Readonly<Record<Operation, number>>;
  readonly megabytes: number;
};

type Handler = (event: object, context: object) => Promise<{ readonly statusCode: number }>;

const [bundle = '', plan = '{}'] = process.argv.slice(2);
const { warm, cgroup } = JSON.parse(plan) as Plan;
const say = process.stdout.write.bind(process.stdout);
// The log is Lambda's business.
process.stdout.write = () => true;

const load = begin();
const { handler } = (await import(pathToFileURL(bundle).href)) as { handler: Handler };
const loaded = load();
if (cgroup !== undefined) writeFileSync(`${cgroup}/cgroup.procs`, String(process.pid));
const call = begin();
await ask('POST');
const called = call();

const costs = { POST: 0, GET: 0, LIST: 0 };
for (const operation of Object.keys(costs) as Operation[]) {
  for (let n = 0; n < warm; n += 1) await ask(operation);
  const all = begin();
  for (let n = 0; n < warm; n += 1) await ask(operation);
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
say(`${JSON.stringify(sample)}\n`, () => process.exit());

async function ask(operation: Operation): Promise<void> {
  const { statusCode } = await handler(eventFor(operation), { awsRequestId: 'bench' });
  if (statusCode >= 300) throw new Error(`${operation}: ${statusCode}`);
}

/** Starts both clocks; the answer reads them. */
function begin() {
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return { cpu: (user + system) / 1000, wall: performance.now() - wall };
  };
}
