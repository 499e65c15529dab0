import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { between, pick, pickWeighted, type Chance } from '../../tools/testing/seeded-random.ts';
import type { SignedInPerson } from '../../e2e/testing/backend/signed-in-person.ts';
import type { LoadRequest, LoadClient, LoadResponse } from '../load/load-client.ts';

/** An entry as its author expects it to be. */
export type ExpectedEntry = {
  readonly id: string;
  answers: Readonly<Record<string, string>>;
  version: number;
  isWithdrawn: boolean;
  /** Whether the last request about it was answered. */
  isSettled: boolean;
};

export type Tally = {
  /** Requests sent, and those without a response or with 429 or 5xx. */
  sent: number;
  unanswered: number;
  acknowledged: number;
  /** Responses that should never have been given. */
  readonly wrong: string[];
};

/** A person who does one thing after another, and repeats each until it is answered, like the outbox. */
export type Writer = {
  readonly person: SignedInPerson;
  readonly entries: ExpectedEntry[];
  work(): Promise<void>;
};

/** Frequencies in percent. */
const weights = {
  submit: 45,
  'submit again': 8,
  revise: 17,
  withdraw: 6,
  restore: 5,
  read: 10,
  list: 9,
};

type Setting = {
  readonly person: SignedInPerson;
  readonly caller: LoadClient;
  readonly chance: Chance;
  readonly tally: Tally;
  readonly enough: AbortSignal;
  /** The longest pause between two actions, in milliseconds. */
  readonly pause: number;
};

export function createWriter({ person, caller, chance, tally, enough, pause }: Setting): Writer {
  const entries: ExpectedEntry[] = [];
  const here = () => entries.filter((it) => !it.isWithdrawn);

  const actions: { readonly [Name in keyof typeof weights]: () => Promise<void> } = {
    async submit() {
      const entry = { id: randomUUID(), answers: answersFrom(), version: 1, isWithdrawn: false };
      const expected: ExpectedEntry = { ...entry, isSettled: false };
      entries.push(expected);
      await put(expected, 'POST', 'pwausers', { 'Idempotency-Key': expected.id }, expected.answers);
    },
    async 'submit again'() {
      const expected = pick(
        chance,
        here().filter(({ version }) => version === 1),
      );
      if (expected)
        await put(
          expected,
          'POST',
          'pwausers',
          { 'Idempotency-Key': expected.id },
          expected.answers,
        );
    },
    async revise() {
      const expected = pick(chance, here());
      if (!expected) return;
      expected.answers = answersFrom();
      await change(expected, 'PUT', `pwausers/${expected.id}`, expected.answers);
    },
    async withdraw() {
      const expected = pick(chance, here());
      if (!expected) return;
      expected.isWithdrawn = true;
      await change(expected, 'DELETE', `pwausers/${expected.id}`);
    },
    async restore() {
      const expected = pick(
        chance,
        entries.filter((it) => it.isWithdrawn),
      );
      if (!expected) return;
      expected.isWithdrawn = false;
      await change(expected, 'POST', `pwausers/${expected.id}/restore`);
    },
    async read() {
      const expected = pick(chance, here());
      if (!expected) return;
      const response = await untilAnswered({ method: 'GET', path: `pwausers/${expected.id}` });
      if (response && !isAsExpected(response, expected)) reportWrong('read', response);
    },
    async list() {
      const response = await untilAnswered({ method: 'GET', path: 'pwausers?limit=50' });
      if (!response) return;
      const items = response.body['items'] as readonly { id: string }[] | undefined;
      const own = new Set(here().map(({ id }) => id));
      if (response.status !== 200 || !items?.every(({ id }) => own.has(id)))
        reportWrong('list', response);
    },
  };

  async function change(
    expected: ExpectedEntry,
    method: string,
    path: string,
    body?: object,
  ): Promise<void> {
    const headers = { 'If-Match': `"${expected.version}"`, 'Idempotency-Key': randomUUID() };
    expected.version += 1;
    await put(expected, method, path, headers, body);
  }

  async function put(
    expected: ExpectedEntry,
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: object,
  ): Promise<void> {
    expected.isSettled = false;
    const response = await untilAnswered({ method, path, headers, ...(body && { body }) });
    if (!response) return;
    expected.isSettled = true;
    tally.acknowledged += 1;
    const isRight = response.status === 200 || response.status === 201;
    if (!isRight || (method !== 'DELETE' && !isAsExpected(response, expected)))
      reportWrong(method, response);
  }

  /** Undefined if the time was up before a response. */
  async function untilAnswered(
    loadRequest: Omit<LoadRequest, 'token'>,
  ): Promise<LoadResponse | undefined> {
    for (let pause = 100; ; pause = Math.min(pause * 2, 2000)) {
      tally.sent += 1;
      const response = await caller
        .call({ ...loadRequest, token: person.idToken })
        .catch(() => undefined);
      if (response && response.status !== 429 && response.status < 500) return response;
      tally.unanswered += 1;
      if (enough.aborted) return undefined;
      await wait(between(chance, 0, pause));
    }
  }

  function reportWrong(what: string, { status, body }: LoadResponse): void {
    tally.wrong.push(`${what}: ${status} ${JSON.stringify(body).slice(0, 200)}`);
  }

  return {
    person,
    entries,
    async work() {
      while (!enough.aborted) {
        await actions[pickWeighted(chance, weights)]();
        await wait(between(chance, 0, pause));
      }
    },
  };
}

/** Different from all answers sent before. */
function answersFrom() {
  return { fname: 'Mickey', lname: randomUUID() };
}

function isAsExpected(
  { status, body }: LoadResponse,
  { id, answers, version }: ExpectedEntry,
): boolean {
  const storedAnswers = body['answers'] as Readonly<Record<string, unknown>> | undefined;
  return (
    status < 300 &&
    body['id'] === id &&
    body['version'] === version &&
    storedAnswers?.['lname'] === answers['lname']
  );
}
