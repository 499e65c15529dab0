import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { between, pick, weighed, type Chance } from '../delivery/chance.ts';
import type { Person } from '../person.ts';
import type { Asked, Caller, Told } from './caller.ts';

/** An entry as its author has reason to believe it is. */
export type Known = {
  readonly id: string;
  answers: Readonly<Record<string, string>>;
  version: number;
  isWithdrawn: boolean;
  /** Whether the last thing done to it was answered. */
  isSettled: boolean;
};

export type Tally = {
  /** Requests sent, and how many of them nobody answered, or with a 429 or 5xx. */
  sent: number;
  unanswered: number;
  acknowledged: number;
  /** Answers that should never have been given. */
  readonly wrong: string[];
};

/** Somebody who does one thing after the other, and each again until it is answered, as the outbox does. */
export type Writer = { readonly person: Person; readonly entries: Known[]; work(): Promise<void> };

/** How often, out of a hundred. */
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
  readonly person: Person;
  readonly caller: Caller;
  readonly chance: Chance;
  readonly tally: Tally;
  readonly enough: AbortSignal;
  /** Milliseconds from one deed to the next, at most. */
  readonly pause: number;
};

export function createWriter({ person, caller, chance, tally, enough, pause }: Setting): Writer {
  const entries: Known[] = [];
  const here = () => entries.filter((it) => !it.isWithdrawn);

  const deeds: { readonly [Name in keyof typeof weights]: () => Promise<void> } = {
    async submit() {
      const entry = { id: randomUUID(), answers: answersFrom(), version: 1, isWithdrawn: false };
      const known: Known = { ...entry, isSettled: false };
      entries.push(known);
      await put(known, 'POST', 'pwausers', { 'Idempotency-Key': known.id }, known.answers);
    },
    async 'submit again'() {
      const known = pick(
        chance,
        here().filter(({ version }) => version === 1),
      );
      if (known)
        await put(known, 'POST', 'pwausers', { 'Idempotency-Key': known.id }, known.answers);
    },
    async revise() {
      const known = pick(chance, here());
      if (!known) return;
      known.answers = answersFrom();
      await change(known, 'PUT', `pwausers/${known.id}`, known.answers);
    },
    async withdraw() {
      const known = pick(chance, here());
      if (!known) return;
      known.isWithdrawn = true;
      await change(known, 'DELETE', `pwausers/${known.id}`);
    },
    async restore() {
      const known = pick(
        chance,
        entries.filter((it) => it.isWithdrawn),
      );
      if (!known) return;
      known.isWithdrawn = false;
      await change(known, 'POST', `pwausers/${known.id}/restore`);
    },
    async read() {
      const known = pick(chance, here());
      if (!known) return;
      const told = await untilAnswered({ method: 'GET', path: `pwausers/${known.id}` });
      if (told && !isAsKnown(told, known)) complain('read', told);
    },
    async list() {
      const told = await untilAnswered({ method: 'GET', path: 'pwausers?limit=50' });
      if (!told) return;
      const items = told.body['items'] as readonly { id: string }[] | undefined;
      const own = new Set(here().map(({ id }) => id));
      if (told.status !== 200 || !items?.every(({ id }) => own.has(id))) complain('list', told);
    },
  };

  async function change(known: Known, method: string, path: string, body?: object): Promise<void> {
    const headers = { 'If-Match': `"${known.version}"`, 'Idempotency-Key': randomUUID() };
    known.version += 1;
    await put(known, method, path, headers, body);
  }

  async function put(
    known: Known,
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: object,
  ): Promise<void> {
    known.isSettled = false;
    const told = await untilAnswered({ method, path, headers, ...(body && { body }) });
    if (!told) return;
    known.isSettled = true;
    tally.acknowledged += 1;
    const isRight = told.status === 200 || told.status === 201;
    if (!isRight || (method !== 'DELETE' && !isAsKnown(told, known))) complain(method, told);
  }

  /** Nothing when the time was up before anybody had answered. */
  async function untilAnswered(asked: Omit<Asked, 'token'>): Promise<Told | undefined> {
    for (let pause = 100; ; pause = Math.min(pause * 2, 2000)) {
      tally.sent += 1;
      const told = await caller.call({ ...asked, token: person.idToken }).catch(() => undefined);
      if (told && told.status !== 429 && told.status < 500) return told;
      tally.unanswered += 1;
      if (enough.aborted) return undefined;
      await wait(between(chance, 0, pause));
    }
  }

  function complain(what: string, { status, body }: Told): void {
    tally.wrong.push(`${what}: ${status} ${JSON.stringify(body).slice(0, 200)}`);
  }

  return {
    person,
    entries,
    async work() {
      while (!enough.aborted) {
        await deeds[weighed(chance, weights)]();
        await wait(between(chance, 0, pause));
      }
    },
  };
}

/** Unlike any that were sent before. */
function answersFrom() {
  return { fname: 'Mickey', lname: randomUUID() };
}

function isAsKnown({ status, body }: Told, { id, answers, version }: Known): boolean {
  const said = body['answers'] as Readonly<Record<string, unknown>> | undefined;
  return (
    status < 300 &&
    body['id'] === id &&
    body['version'] === version &&
    said?.['lname'] === answers['lname']
  );
}
