import { setTimeout as wait } from 'node:timers/promises';
import {
  halfAResponse,
  noFault,
  requestLost,
  respondWith,
  responseLost,
  type NetworkFault,
  type ProxiedRequest,
} from '../../../e2e/testing/network/network-faults.ts';
import {
  between,
  seededRandom,
  pickWeighted,
  type Chance,
} from '../../../tools/testing/seeded-random.ts';

/** The faults, each with its frequency in percent: far more often than in real life. */
const weights = {
  nothing: 57,
  'request dropped': 5,
  'answer dropped': 8,
  'half an answer': 2,
  'no answer at all': 0.5,
  'delivered twice at once': 6,
  'delivered again later': 6,
  delayed: 6,
  '500': 1,
  '500 after it was stored': 2,
  '502 in HTML after it was stored': 2,
  '503': 1,
  '429 with Retry-After': 1,
  '200 in HTML': 1.5,
  'not the JSON it was': 1,
};

export type RandomFault = keyof typeof weights;

/** A very bad network, until it is healed. */
export type RandomFaults = {
  readonly fault: NetworkFault;
  readonly counts: ReadonlyMap<RandomFault, number>;
  /** Stops all faults. Delayed requests are sent now. */
  heal(): Promise<void>;
};

export function createRandomFaults(seed: number): RandomFaults {
  const counts = new Map<RandomFault, number>();
  const attempts = new Map<string, number>();
  const expected = new Set<() => Promise<void>>();
  let isHealed = false;

  /** Reads pass without faults: this is about writes. */
  function nextFault(key: string | undefined) {
    if (key === undefined) return { name: 'nothing', chance: Math.random } as const;
    const attempt = (attempts.get(key) ?? 0) + 1;
    attempts.set(key, attempt);
    const { name, chance } = randomFaultFor(seed, key, attempt);
    return { name: isHealed ? 'nothing' : name, chance } as const;
  }

  function afterDelay(milliseconds: number, act: () => Promise<unknown>): void {
    const once = async () => {
      clearTimeout(timer);
      if (expected.delete(once)) await act().catch(() => undefined);
    };
    const timer = setTimeout(() => void once(), milliseconds);
    expected.add(once);
  }

  return {
    counts,
    async fault(forward, request) {
      const { name, chance } = nextFault(request.key ?? fileIn(request));
      counts.set(name, (counts.get(name) ?? 0) + 1);
      return faultsByName[name]({ chance, afterDelay })(forward, request);
    },
    async heal() {
      isHealed = true;
      await Promise.all([...expected].map((act) => act()));
    },
  };
}

/** A request about a file has no key: it may be repeated as it is. */
function fileIn({ method, path }: ProxiedRequest): string | undefined {
  return method === 'GET' ? undefined : path.split('?')[0];
}

/**
 * Chooses the fault for the n-th attempt with a key from the seed alone: the key's first part, the time, is
 * ignored.
 */
function randomFaultFor(seed: number, key: string, attempt: number) {
  const chance = seededRandom(seed, 'fault', key.slice(14), attempt);
  return { name: pickWeighted(chance, weights), chance };
}

type FaultOptions = {
  readonly chance: Chance;
  /** Does something later, at the latest before the run is checked. */
  readonly afterDelay: (milliseconds: number, act: () => Promise<unknown>) => void;
};

const faultsByName: { readonly [Name in RandomFault]: (options: FaultOptions) => NetworkFault } = {
  nothing: () => noFault,
  'request dropped': () => requestLost,
  'answer dropped': () => responseLost,
  'half an answer': () => halfAResponse,
  'no answer at all':
    ({ afterDelay }) =>
    async (forward) => {
      await forward();
      await new Promise<void>((resolve) => afterDelay(20_000, async () => resolve()));
      return 'cut';
    },
  'delivered twice at once':
    ({ chance }) =>
    async (forward) => {
      const replies = await Promise.all([forward(), forward()]);
      return replies[chance() < 0.5 ? 0 : 1];
    },
  'delivered again later':
    ({ chance, afterDelay }) =>
    async (forward) => {
      const reply = await forward();
      afterDelay(between(chance, 500, 6000), forward);
      return reply;
    },
  delayed:
    ({ chance }) =>
    async (forward) => {
      await wait(between(chance, 50, 1500));
      return forward();
    },
  '500': () => notNow(500),
  '500 after it was stored': () => afterForwarding(notNow(500)),
  '502 in HTML after it was stored': () => afterForwarding(welcomePage(502)),
  '503': () => notNow(503),
  '429 with Retry-After': () => notNow(429, { 'retry-after': '1' }),
  '200 in HTML': () => welcomePage(200),
  'not the JSON it was': () => async (forward) => {
    const reply = await forward();
    return { ...reply, body: reply.body.slice(0, -2) };
  },
};

function afterForwarding(fault: NetworkFault): NetworkFault {
  return async (forward, request) => {
    await forward();
    return fault(forward, request);
  };
}

function notNow(status: number, headers: Readonly<Record<string, string>> = {}): NetworkFault {
  return respondWith(status, '{"message":"Not now"}', {
    'content-type': 'application/json',
    ...headers,
  });
}

function welcomePage(status: number): NetworkFault {
  return respondWith(status, '<!doctype html><title>Welcome</title><p>Accept our terms to go on.', {
    'content-type': 'text/html',
  });
}
