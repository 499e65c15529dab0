import { err } from '#core/result.ts';
import type { Api } from '../cloud/api.ts';
import type { Tokens } from '../cloud/call.ts';
import { unresponsive, unresponsiveIn, withTimeout, type Unresponsive } from '../device/timeout.ts';
import { inTurn, type Locks } from '../device/turns.ts';
import { answered, leaving } from './chain.ts';
import { isOnItsWay, type Parcel } from './parcel.ts';
import type { Parcels } from './parcels.ts';
import { afterAnswer, afterAttempt, afterFailure, atOnce, next, type Next } from './queue.ts';
import { rested } from './rested.ts';

/** Why the outbox is not being emptied any further. */
export type Drained =
  | Exclude<Next, { is: 'send' }>
  | { readonly is: 'signed-out' }
  | { readonly is: 'rest'; readonly until: number; readonly because: Unresponsive };

/** Takes what waits to the server, one parcel after the other. */
export type Drainer = {
  /** @param anew forgets the pause: the network has come back, or the person does not want to wait */
  readonly drain: (author: string, options?: { readonly anew: boolean }) => Promise<Drained>;
  /**
   * Does something while nothing of this person's leaves the device, in any tab or in the background: what
   * was on its way has arrived, or is given up. It need not wait until everything is sent. Throws when
   * another tab does not let it.
   * @param work what is sent meanwhile, it sends itself
   */
  readonly whileNothingLeaves: <Value>(
    author: string,
    work: (deliver: Api['deliver']) => Promise<Value>,
  ) => Promise<Value>;
};

/** What is sent past the outbox is sent in turn with it, so that nothing is in the air of which it does not know. */
export function inTurnWith(drainer: Pick<Drainer, 'whileNothingLeaves'>): Api['deliver'] {
  return (it) =>
    drainer.whileNothingLeaves(it.author, (deliver) => deliver(it)).catch(() => unreachable);
}

type Deps = {
  readonly parcels: Parcels;
  readonly tokens: Pick<Tokens, 'token'>;
  readonly deliver: Api['deliver'];
  readonly read: Api['read'];
  /** One tab, or the service worker, sends at a time. */
  readonly locks: Locks;
  readonly now: () => number;
  readonly random: () => number;
  /** Told after each change. */
  readonly onChange: () => void;
};

/** Milliseconds: more than any of it takes, a renewal and a second try counted in. */
const patience = { turn: 15_000, token: 45_000, delivery: 80_000, attempt: 120_000 };
/** Milliseconds for what is done while nothing leaves: each of its steps has an end of its own. */
const longest = 30 * 60_000;
/** Milliseconds, after which what did not answer is asked again. */
const soon = 15_000;

export function createDrainer(given: Deps): Drainer {
  const deps = bounded(given);
  const { parcels, locks, now, onChange } = deps;
  /** Those that have not begun, each for everyone who asks meanwhile. */
  const waiting = new Map<string, Promise<Drained>>();
  /** The latest of each person's: they follow each other. */
  const latest = new Map<string, Promise<Drained>>();

  const turnOf = <Value>(author: string, hold: number, work: () => Promise<Value>) =>
    inTurn(locks, `formstead:outbox:${author}`, { wait: patience.turn, hold }, work);

  async function empty(author: string): Promise<Drained> {
    for (;;) {
      // A turn for each: who wants to erase something need not wait until all of it is sent.
      const end = await turnOf(author, patience.attempt, () => {
        waiting.delete(author);
        return sendNext(author);
      });
      if (end) return end;
    }
  }

  async function sendNext(author: string): Promise<Drained | undefined> {
    const all = await parcels.of(author);
    const queue = await parcels.queue(author);
    const todo = next(all, queue, now());
    if (todo.is !== 'send') {
      // Of what is no more nothing needs to be known.
      if (todo.is === 'done' && queue.failing) await parcels.setQueue(author, rested);
      await forgetOldest(parcels, all);
      return todo;
    }
    const result = await sendOne(deps, todo.parcel);
    onChange();
    return result === 'signed-out' ? { is: 'signed-out' } : undefined;
  }

  async function begin(author: string, before: Promise<unknown> | undefined): Promise<Drained> {
    try {
      await before;
      return await empty(author);
    } catch (error) {
      return { is: 'rest', until: now() + soon, because: unresponsiveIn(error) ?? 'storage' };
    }
  }

  return {
    async drain(author, { anew } = { anew: false }) {
      // Now and not in turn: what the server asks for in the meantime is heard. A disk that fails is named below.
      if (anew) await forgetPauses(parcels, author).catch(() => undefined);
      const already = waiting.get(author);
      if (already) return already;
      // Whoever asks while it runs is not content with it: what they saved may have come too late.
      const drained = begin(author, latest.get(author));
      waiting.set(author, drained);
      latest.set(author, drained);
      const end = await drained;
      // It may never have got a turn.
      if (waiting.get(author) === drained) waiting.delete(author);
      return end;
    },
    whileNothingLeaves: (author, work) => turnOf(author, longest, () => work(deps.deliver)),
  };
}

const unreachable = err({ is: 'unreachable' as const });

/** A server, or whoever renews a token, may not answer at all: that is no answer. */
function bounded(deps: Deps): Deps {
  const { tokens, deliver, read } = deps;
  return {
    ...deps,
    tokens: {
      token: (options) =>
        withTimeout('network', patience.token, tokens.token(options)).catch(() =>
          err('unreachable' as const),
        ),
    },
    deliver: (it) =>
      withTimeout('network', patience.delivery, deliver(it)).catch(() => unreachable),
    read: (...asked) =>
      withTimeout('network', patience.delivery, read(...asked)).catch(() => unreachable),
  };
}

/** How many delivered parcels are kept, for their receipts. */
const remembered = 20;

async function forgetOldest(parcels: Parcels, all: readonly Parcel[]): Promise<void> {
  const delivered = all.filter((it) => !isOnItsWay(it));
  for (const { author, entry, id } of delivered.slice(0, -remembered))
    await parcels.change(author, entry, (chain) => chain.filter((it) => it.id !== id));
}

async function sendOne(
  deps: Deps,
  { author, entry, id }: Parcel,
): Promise<'signed-out' | 'answered' | 'unanswered'> {
  const { parcels, tokens, now, onChange } = deps;
  // First, so that no attempt is counted of which it is certain that it never left.
  const signedIn = await tokens.token();
  const problem = signedIn.ok ? undefined : signedIn.problem;
  if (problem === 'unreachable') return backOff(deps, author);
  if (problem && problem !== 'signed-out') throw unresponsive(problem);
  if (!signedIn.ok || signedIn.value.person.username !== author) return 'signed-out';
  const chain = await parcels.note(author, entry, (it) => leaving(it, id));
  const parcel = chain.find((it) => it.id === id && it.stand.is === 'sending');
  // Its author has taken it back in this very moment.
  if (!parcel) return 'unanswered';
  onChange();
  const answer = await send(deps, parcel);
  const at = new Date(now()).toISOString();
  await parcels.note(author, entry, (it) => answered(it, id, { answer, at }));
  if (answer.ok || answer.problem.is === 'refused') {
    await parcels.setQueue(author, afterAnswer(await parcels.queue(author), id));
    return 'answered';
  }
  if (answer.problem.is === 'signed-out') return 'signed-out';
  const source = { now: now(), random: deps.random() };
  const queue = await parcels.queue(author);
  await parcels.setQueue(author, afterAttempt(queue, id, answer.problem, source));
  return 'unanswered';
}

/**
 * A change whose entry arrived so long ago that its receipt is gone has no version to be made to: it learns
 * what the entry says by now as if somebody had been faster.
 */
async function send({ deliver, read }: Deps, parcel: Parcel): ReturnType<Api['deliver']> {
  const { does, form, entry, author, ifVersion } = parcel;
  if (does !== 'revise' || ifVersion !== undefined) {
    const answer = await deliver(parcel);
    return isBehind(parcel, answer) ? catchesUp : answer;
  }
  const current = await read(form, entry, { as: author });
  if (!current.ok) return current;
  return err({ is: 'refused', code: 'stale', title: '', complaints: [], current: current.value });
}

const catchesUp = err({ is: 'unreachable' as const, because: 'failed' as const });

/** A server that is older than this app: it does not know the form yet, or not this version of it. */
function isBehind({ does }: Parcel, answer: Awaited<ReturnType<Api['deliver']>>): boolean {
  if (answer.ok || answer.problem.is !== 'refused') return false;
  const { code } = answer.problem;
  return code === 'form_version_unknown' || (does === 'submit' && code === 'not_found');
}

async function backOff({ parcels, now, random }: Deps, author: string): Promise<'unanswered'> {
  const source = { now: now(), random: random() };
  await parcels.setQueue(author, afterFailure(await parcels.queue(author), undefined, source));
  return 'unanswered';
}

async function forgetPauses(parcels: Parcels, author: string): Promise<void> {
  await parcels.setQueue(author, atOnce(await parcels.queue(author)));
}
