import { signInAs, type SignedInPerson } from '../../e2e/testing/backend/signed-in-person.ts';
import { figure, interleaved, median, type Measures } from '../../bench/statistics.ts';
import type { FilledBackend } from './filled-backend.ts';

const rounds = 60;
/** Rounds before the times count. */
const warmUps = 10;

type Visit = { readonly backend: FilledBackend; readonly owner: SignedInPerson };
type Answer = { readonly items: readonly { readonly username: string; readonly id: string }[] };
type Sample = { readonly ms: number; readonly units: number; readonly count: number };

/** How an owner's requests to the API with many entries compare to the same with few. */
export async function measureRequests(
  form: string,
  backends: readonly [few: FilledBackend, many: FilledBackend],
): Promise<Measures> {
  const visits: Visit[] = [];
  for (const backend of backends)
    visits.push({
      backend,
      owner: await signInAs(backend.cloud, 'reader@example.com', ['owners']),
    });
  const paths: Readonly<Record<string, (visit: Visit) => Promise<string>>> = {
    'first page': async () => `${form}/responses?limit=100`,
    'a page from the middle': async () => `${form}/responses?limit=100&to=2025-11-01`,
    'the days of a month': async () => `${form}/responses?limit=30&from=2026-03-01&to=2026-03-31`,
    'one response': async (visit) => `${form}/responses?${await oneOf(visit, form)}`,
    'the counts of a chart': async () => `${form}/summary`,
  };
  const measures: Record<string, { value: number; how: string }> = {};
  for (const [what, pathOf] of Object.entries(paths)) {
    const samples = new Map<Visit, Sample[]>();
    for (const visit of interleaved(visits, rounds)) {
      const sample = await request(visit, await pathOf(visit));
      samples.set(visit, [...(samples.get(visit) ?? []), sample]);
    }
    const [few, many] = visits.map((it) => typical(samples.get(it) ?? []));
    if (!few || !many) continue;
    const counts = `${figure(many.ms)} against ${figure(few.ms)} ms, ${figure(many.units)} against ${figure(few.units)} read units`;
    measures[`${what}, of the same with 1000`] = { value: many.ms / few.ms, how: counts };
    if (what === 'the counts of a chart') {
      const how = `it says ${many.count}`;
      measures['read units of a chart'] = { value: many.units, how };
    }
  }
  return measures;
}

/** The address of a response from the middle. */
async function oneOf({ owner }: Visit, form: string): Promise<string> {
  const found = await owner.get(`${form}/responses?limit=1&to=2025-11-01`);
  const { items } = (await found.json()) as Answer;
  const [one = { username: '', id: '' }] = items;
  return new URLSearchParams({ username: one.username, id: one.id }).toString();
}

async function request({ backend, owner }: Visit, path: string): Promise<Sample> {
  const { log } = backend;
  const before = log.length;
  const began = performance.now();
  const response = await owner.get(path);
  const body = (await response.json()) as { readonly count?: number };
  const ms = performance.now() - began;
  if (!response.ok)
    throw new Error(`${path} was answered with ${response.status}: ${log.slice(-3).join('\n')}`);
  const line = log.slice(before).find((it) => it.includes('"readUnits"')) ?? '{}';
  const { readUnits = Number.NaN } = JSON.parse(line.slice(line.indexOf('{'))) as {
    readonly readUnits?: number;
  };
  return { ms, units: readUnits, count: body.count ?? 0 };
}

function typical(samples: readonly Sample[]): Sample {
  const counted = samples.slice(warmUps);
  return {
    ms: median(counted.map(({ ms }) => ms)),
    units: median(counted.map(({ units }) => units)),
    count: samples[0]?.count ?? 0,
  };
}
