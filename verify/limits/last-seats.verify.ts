import { afterAll, beforeAll, expect, test } from 'vitest';
import { startOpenBackend } from '../../e2e/testing/backend/open-backend.ts';
import { storedEntryRows } from '../../e2e/testing/backend/table-rows.ts';
import type { TestBackend } from '../../e2e/testing/backend/test-backend.ts';
import { startFaultProxy, type FaultProxy } from '../../e2e/testing/network/fault-proxy.ts';
import { forwardTo } from '../../e2e/testing/network/forward-request.ts';
import { createRandomFaults } from '../delivery/cloud/random-faults.ts';
import { createBookingDevice, type BookingDevice } from './booking-device.ts';

const timeout = 900_000;
const seats = 10;
const devices = 400;

/** In place of the product's forms. */
const forms = `
import { workshop } from './verify/limits/workshop.ts';
export const forms = [workshop];
export const formById = (id) => forms.find((it) => it.id === id);
`;

let backend: TestBackend;
let proxy: FaultProxy;

beforeAll(async () => {
  backend = await startOpenBackend('anyone', forms);
  proxy = await startFaultProxy(forwardTo(new URL(backend.cloud.apiUrl).origin));
}, timeout);

afterAll(async () => {
  await proxy?.[Symbol.asyncDispose]();
  await backend?.[Symbol.asyncDispose]();
});

/** The ids of the entries in the table that have a seat. */
async function withSeat(): Promise<ReadonlySet<string>> {
  const rows = await storedEntryRows(backend.cloud);
  const entries = rows.filter(
    ({ sk, answers, onHold }) => String(sk).startsWith('entry#') && answers && !onHold,
  );
  return new Set(entries.map(({ id }) => String(id)));
}

/** How many seats the counter says are taken. */
async function counted(): Promise<unknown> {
  const url = new URL('open/workshop/seats', backend.cloud.apiUrl.replace(/\/*$/, '/'));
  const response = await fetch(url, { headers: { 'Device-Key': 'a'.repeat(43) } });
  return ((await response.json()) as { entries?: unknown }).entries;
}

const entriesOf = (some: readonly BookingDevice[]) => new Set(some.map(({ entry }) => entry));
const isStored = (it: BookingDevice) => it.last()?.status.is === 'delivered';

/** Why the entries of these devices were refused, with how many. */
function problemsOf(some: readonly BookingDevice[]): Readonly<Record<string, number>> {
  const codes = some.map((it) => {
    const status = it.last()?.status;
    return status?.is === 'attention' ? status.problem.code : (status?.is ?? 'nothing');
  });
  return Object.fromEntries(
    [...new Set(codes)].map((code) => [code, codes.filter((it) => it === code).length]),
  );
}

test(
  'of 400 devices at once ten get a seat, whatever the network loses, and nobody else is told that they have one',
  async () => {
    const faults = createRandomFaults(7);
    proxy.inject(faults.fault);
    const all = Array.from({ length: devices }, (_, i) =>
      createBookingDevice(`${proxy.origin}/v1/`, i),
    );
    for (const it of all) await it.prepare();
    const begun = performance.now();
    await Promise.all(all.map((it) => it.send()));
    const seconds = (performance.now() - begun) / 1000;
    // What the network would deliver again later comes now, while no seat is free.
    await faults.heal();

    const stored = await withSeat();
    expect(stored.size).toBe(seats);
    expect(entriesOf(all.filter(isStored))).toEqual(stored);
    expect(problemsOf(all.filter((it) => !isStored(it)))).toEqual({ full: devices - seats });
    // At no time was anybody else answered that theirs is stored.
    const acknowledged = all.flatMap((it) => it.acknowledged);
    expect(acknowledged.filter((it) => !stored.has(it))).toEqual([]);
    expect(await counted()).toEqual({ taken: seats, max: seats });
    print(`${devices} devices, ${seats} seats`, { seconds, faults: faults.counts });

    const [leaving] = all.filter(isStored);
    await leaving?.withdraw();
    await leaving?.send();
    expect((await withSeat()).size).toBe(seats - 1);
    const faultsAgain = createRandomFaults(8);
    proxy.inject(faultsAgain.fault);
    const begunAgain = performance.now();
    const waiting = all.filter((it) => it !== leaving && !isStored(it));
    for (const it of waiting) await it.tryAgain();
    await Promise.all(waiting.map((it) => it.send()));
    await faultsAgain.heal();
    const storedAfter = await withSeat();
    const seated = all.filter((it) => it !== leaving && isStored(it));
    expect(storedAfter.size).toBe(seats);
    expect(entriesOf(seated)).toEqual(storedAfter);
    expect(problemsOf(waiting.filter((it) => !isStored(it)))).toEqual({
      full: devices - seats - 1,
    });
    expect(await counted()).toEqual({ taken: seats, max: seats });
    print('and for the seat that was freed', {
      seconds: (performance.now() - begunAgain) / 1000,
      faults: faultsAgain.counts,
    });
  },
  timeout,
);

type Figures = {
  readonly seconds: number;
  readonly faults: ReadonlyMap<string, number>;
};

/** A figure to read, and no reason to fail. */
function print(what: string, { seconds, faults }: Figures): void {
  const injected = [...faults].filter(([name]) => name !== 'nothing');
  const some = injected.map(([name, count]) => `${count} × ${name}`).join(', ');
  process.stdout.write(
    `${what}: ${proxy.requests.length} requests in ${seconds.toFixed(1)} s; ${some}\n`,
  );
}
