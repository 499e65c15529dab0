import { randomUUID } from 'node:crypto';
import { figure, interleaved, median, type Measures } from '../statistics.ts';
import { author, fillTable, type FilledTable } from './filled-table.ts';

const requests = {
  submit: { httpMethod: 'POST', path: '/pwausers' },
  list: { httpMethod: 'GET', path: '/pwausers', query: { limit: '10' } },
  responses: { httpMethod: 'GET', path: '/pwausers/responses', query: { limit: '100' } },
  summary: { httpMethod: 'GET', path: '/pwausers/summary' },
} as const;

export type RequestName = keyof typeof requests;
export const requestNames = Object.keys(requests) as RequestName[];

/** The cost of a request: wall-clock milliseconds, and DynamoDB's capacity units. */
export type Cost = { readonly ms: number; readonly units: string };

export type GrowthSample = {
  readonly entries: number;
  readonly costs: Readonly<Record<RequestName, Cost>>;
};

/** Sends the same requests to tables of different sizes, alternating. */
export async function measureGrowth(
  assembly: string,
  folder: string,
  sizes: readonly number[],
  print: (line: string) => void = () => {},
): Promise<readonly GrowthSample[]> {
  await using tables = new AsyncDisposableStack();
  const filled: FilledTable[] = [];
  for (const entries of sizes) {
    const began = performance.now();
    filled.push(tables.use(await fillTable(assembly, folder, entries)));
    print(`${entries} entries in place after ${((performance.now() - began) / 1000).toFixed(0)} s`);
  }
  const taken = filled.map(({ entries }) => ({
    entries,
    all: {} as Record<RequestName, RequestCost[]>,
  }));
  for (const requestName of requestNames)
    for (const table of interleaved(filled, requestName === 'summary' ? 5 : 150)) {
      const measured = await measureRequest(table, requestName);
      const mine = taken[filled.indexOf(table)];
      if (mine) (mine.all[requestName] ??= []).push(measured);
    }
  return taken.map(({ entries, all }) => ({
    entries,
    costs: Object.fromEntries(
      // Warm-up.
      requestNames.map((requestName) => [
        requestName,
        costOf(all[requestName].slice(requestName === 'summary' ? 1 : 30)),
      ]),
    ) as Record<RequestName, Cost>,
  }));
}

/** The time with the most entries divided by the time with the fewest. */
export async function growthMeasures(assembly: string, folder: string): Promise<Measures> {
  const [few, many] = await measureGrowth(assembly, folder, [10, 10_000]);
  const entry = (requestName: RequestName) => {
    const [a, b] = [few?.costs[requestName], many?.costs[requestName]];
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

type RequestCost = { readonly ms: number; readonly read: number; readonly write: number };

async function measureRequest(
  { handler, remove }: FilledTable,
  requestName: RequestName,
): Promise<RequestCost> {
  const { httpMethod, path, ...more } = requests[requestName];
  const event = {
    httpMethod,
    path,
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    queryStringParameters: 'query' in more ? more.query : null,
    requestContext: {
      requestId: requestName,
      authorizer: { claims: { 'cognito:username': author, 'cognito:groups': 'owners' } },
    },
    body: requestName === 'submit' ? JSON.stringify({ fname: 'Mickey', lname: 'Mouse' }) : null,
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
  if (statusCode >= 300) throw new Error(`${requestName}: ${statusCode}`);
  if (requestName === 'submit') await remove((JSON.parse(body) as { id: string }).id);
  const { readUnits, writeUnits } = JSON.parse(line) as { readUnits: number; writeUnits: number };
  return { ms, read: readUnits, write: writeUnits };
}

function costOf(measured: readonly RequestCost[]): Cost {
  const [read, write] = [
    median(measured.map((it) => it.read)),
    median(measured.map((it) => it.write)),
  ];
  const units = [read && `${figure(read)} RU`, write && `${figure(write)} WU`].filter(Boolean);
  return { ms: median(measured.map((it) => it.ms)), units: units.join(' + ') };
}
