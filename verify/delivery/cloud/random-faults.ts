import { setTimeout as wait } from 'node:timers/promises';
import { between, seededRandom, pickWeighted, type Chance } from './seeded-random.ts';

export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** A request between a device and the API, and what a fault can do with it. */
export type Exchange = {
  /** Sends it to the API, any number of times. Throws if nobody answers. */
  readonly forward: () => Promise<Reply>;
  readonly answer: (reply: Reply) => void;
  /** Cuts the connection, after half of a response if there is one. */
  readonly cut: (begun?: Reply) => void;
  /** Does something later, at the latest before the run is checked. */
  readonly afterDelay: (milliseconds: number, act: () => Promise<unknown>) => void;
  readonly chance: Chance;
};

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

/**
 * Chooses the fault for the n-th attempt with a key from the seed alone: the key's first part, the time, is
 * ignored.
 */
export function randomFaultFor(seed: number, key: string, attempt: number) {
  const chance = seededRandom(seed, 'fault', key.slice(14), attempt);
  return { fault: pickWeighted(chance, weights), chance };
}

export const randomFaults: { readonly [Name in RandomFault]: (it: Exchange) => unknown } = {
  nothing: async ({ answer, forward }) => answer(await forward()),
  'request dropped': ({ cut }) => cut(),
  'answer dropped': async ({ cut, forward }) => {
    await forward();
    cut();
  },
  'half an answer': async ({ cut, forward }) => cut(await forward()),
  'no answer at all': async ({ cut, forward, afterDelay }) => {
    await forward();
    afterDelay(20_000, async () => cut());
  },
  'delivered twice at once': async ({ answer, chance, forward }) => {
    const replies = await Promise.all([forward(), forward()]);
    answer(replies[chance() < 0.5 ? 0 : 1]);
  },
  'delivered again later': async ({ answer, chance, forward, afterDelay }) => {
    answer(await forward());
    afterDelay(between(chance, 500, 6000), forward);
  },
  delayed: async ({ answer, chance, forward }) => {
    await wait(between(chance, 50, 1500));
    answer(await forward());
  },
  '500': ({ answer }) => answer(problem(500)),
  '500 after it was stored': async ({ answer, forward }) => {
    await forward();
    answer(problem(500));
  },
  '502 in HTML after it was stored': async ({ answer, forward }) => {
    await forward();
    answer(page(502));
  },
  '503': ({ answer }) => answer(problem(503)),
  '429 with Retry-After': ({ answer }) => answer(problem(429, { 'retry-after': '1' })),
  '200 in HTML': ({ answer }) => answer(page(200)),
  'not the JSON it was': async ({ answer, forward }) => {
    const reply = await forward();
    answer({ ...reply, body: reply.body.slice(0, -2) });
  },
};

function problem(status: number, headers: Readonly<Record<string, string>> = {}): Reply {
  const json = { 'content-type': 'application/json', ...headers };
  return { status, headers: json, body: '{"message":"Not now"}' };
}

function page(status: number): Reply {
  const body = '<!doctype html><title>Welcome</title><p>Accept our terms to go on.';
  return { status, headers: { 'content-type': 'text/html' }, body };
}
