import { randomUUID } from 'node:crypto';
import { figure, interleaved, median, type Measures } from '../measure.ts';
import { author, fillTable, type FilledTable } from './filled-table.ts';

const requests = {
  submit: { httpMethod: 'POST', path: '/pwausers' },
  list: { httpMethod: 'GET', path: '/pwausers', query: { limit: '10' } },
  responses: { httpMethod: 'GET', path: '/pwausers/responses', query: { limit: '100' } },
  summary: { httpMethod: 'GET', path: '/pwausers/summary' },
} as const;

export type Deed = keyof typeof requests;
export const deeds = Object.keys(requests) as Deed[];

/** What a request takes: milliseconds on the clock, and DynamoDB's own units. */
export type Cost = { readonly ms: number; readonly units: string };

export type Grown = { readonly entries: number; readonly costs: Readonly<Record<Deed, Cost>> };

/** The same requests to tables that hold less and more, in turns. */
export async function grow(
  assembly: string,
  folder: string,
  sizes: readonly number[],
  say: (line: string) => void = () => {},
): Promise<readonly Grown[]> {
  await using tables = new AsyncDisposableStack();
  const filled: FilledTable[] = [];
  for (const entries of sizes) {
    const began = performance.now();
    filled.push(tables.use(await fillTable(assembly, folder, entries)));
    say(`${entries} entries in place after ${((performance.now() - began) / 1000).toFixed(0)} s`);
  }
  const taken = filled.map(({ entries }) => ({ entries, all: {} as Record<Deed, Told[]> }));
  for (const deed of deeds)
    for (const table of interleaved(filled, deed === 'summary' ? 5 : 150)) {
      const told = await ask(table, deed);
      const mine = taken[filled.indexOf(table)];
      if (mine) (mine.all[deed] ??= []).push(told);
    }
  return taken.map(({ entries, all }) => ({
    entries,
    costs: Object.fromEntries(
      // The first few load and compile.
      deeds.map((deed) => [deed, costOf(all[deed].slice(deed === 'summary' ? 1 : 30))]),
    ) as Record<Deed, Cost>,
  }));
}

/** How much longer the most takes than the least. */
export async function growthMeasures(assembly: string, folder: string): Promise<Measures> {
  const [few, many] = await grow(assembly, folder, [10, 10_000]);
  const entry = (deed: Deed) => {
    const [a, b] = [few?.costs[deed], many?.costs[deed]];
    return {
      value: (b?.ms ?? Number.NaN) / (a?.ms ?? Number.NaN),
      how: `${figure(b?.ms ?? 0)} against ${figure(a?.ms ?? 0)} ms, ${b?.units} against ${a?.units}`,
    };
  };
  return {
    'submitting with 10 000 entries, of with 10': entry('submit'),
    'listing 10 of 1000 own among 10 000 entries, of 10 among 10': entry('list'),
  };
}

type Told = { readonly ms: number; readonly read: number; readonly write: number };

async function ask({ handler, remove }: FilledTable, deed: Deed): Promise<Told> {
  const { httpMethod, path, ...more } = requests[deed];
  const event = {
    httpMethod,
    path,
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    queryStringParameters: 'query' in more ? more.query : null,
    requestContext: {
      requestId: deed,
      authorizer: { claims: { 'cognito:username': author, 'cognito:groups': 'owners' } },
    },
    body: deed === 'submit' ? JSON.stringify({ fname: 'Mickey', lname: 'Mouse' }) : null,
  };
  let line = '';
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (text) => {
    line += String(text);
    return true;
  };
  const began = performance.now();
  const { statusCode, body } = await handler(event, {}).finally(
    () => (process.stdout.write = write),
  );
  const ms = performance.now() - began;
  if (statusCode >= 300) throw new Error(`${deed}: ${statusCode}`);
  if (deed === 'submit') await remove((JSON.parse(body) as { id: string }).id);
  const { readUnits, writeUnits } = JSON.parse(line) as { readUnits: number; writeUnits: number };
  return { ms, read: readUnits, write: writeUnits };
}

function costOf(told: readonly Told[]): Cost {
  const [read, write] = [median(told.map((it) => it.read)), median(told.map((it) => it.write))];
  const units = [read && `${figure(read)} RU`, write && `${figure(write)} WU`].filter(Boolean);
  return { ms: median(told.map((it) => it.ms)), units: units.join(' + ') };
}
