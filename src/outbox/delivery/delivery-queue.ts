import { err } from '#core/values/result.ts';
import type { ApiClient } from '../../cloud/api/api-client.ts';
import { nobody, type Tokens } from '../../cloud/session/identity.ts';
import {
  unresponsive,
  unresponsiveIn,
  withTimeout,
  type Unresponsive,
} from '../../device/timeout.ts';
import type { Deliver } from './deliver.ts';
import { withLock, type Locks } from '../../device/with-lock.ts';
import { answered, leaving } from '../changes/entry-changes.ts';
import { isUnclaimed, isUndelivered, type QueuedChange } from '../changes/queued-change.ts';
import type { ChangeStore } from '../changes/change-store.ts';
import {
  afterAnswer,
  afterAttempt,
  afterFailure,
  withoutPauses,
  nextStep,
  type NextStep,
} from '../changes/retry-schedule.ts';
import { backoffOfFiles, idleBackoff } from '../changes/backoff.ts';

/** Why sending has stopped. */
export type FlushResult =
  | Exclude<NextStep, { is: 'send' }>
  | { readonly is: 'signed-out' }
  | { readonly is: 'paused'; readonly until: number; readonly because: Unresponsive };

/** Sends the waiting changes to the server, one after the other. */
export type DeliveryQueue = {
  /** @param options.force ignores pauses: the network is back, or the person does not want to wait */
  readonly flush: (author: string, options?: { readonly force: boolean }) => Promise<FlushResult>;
  /**
   * Does something while no change of this person is being sent, in any tab or in the background. It waits for
   * the change that is being sent now, but not for the rest of the queue. Throws when another tab holds the lock
   * for too long.
   * @param work may send changes itself
   */
  readonly withDeliveryPaused: <Value>(
    author: string,
    work: (deliver: Deliver) => Promise<Value>,
  ) => Promise<Value>;
};

/** Sends a change that is not in the outbox, under the same lock, so that never two are sent at once. */
export function deliverWithLock(deliveryQueue: Pick<DeliveryQueue, 'withDeliveryPaused'>): Deliver {
  return (it) =>
    deliveryQueue.withDeliveryPaused(it.author, (deliver) => deliver(it)).catch(() => unreachable);
}

type Deps = {
  readonly changeStore: ChangeStore;
  readonly tokens: Pick<Tokens, 'token'>;
  readonly deliver: Deliver;
  readonly read: ApiClient['read'];
  /** Sends the next file of delivered entries, under the same lock. Left out if no form asks for files. */
  readonly sendFile?: (author: string, signal: AbortSignal) => Promise<FileStep>;
  /** Only one tab, or the service worker, sends at a time. */
  readonly locks: Locks;
  readonly now: () => number;
  readonly random: () => number;
  /** Called after each change of status. */
  readonly onChange: () => void;
};

/** What became of a file: docs/offline.md. */
type FileStep =
  | Exclude<NextStep, { is: 'send' }>
  | { readonly is: 'signed-out' }
  /** There may be another. */
  | { readonly is: 'settled' }
  /** A change is to be sent first. */
  | { readonly is: 'stopped' };

/** Milliseconds, each longer than the step can take, including a token renewal and a second attempt. */
const timeouts = {
  turn: 15_000,
  token: 45_000,
  delivery: 80_000,
  attempt: 120_000,
  file: 60 * 60_000,
};
/** Milliseconds for the work of `withDeliveryPaused`, whose steps have timeouts of their own. */
const longest = 30 * 60_000;
/** Milliseconds until the next attempt when the disk or a lock did not answer. */
const retryDelay = 15_000;

export function createDeliveryQueue(given: Deps): DeliveryQueue {
  const deps = bounded(given);
  const { changeStore, locks, now, onChange } = deps;
  /** Flushes that have not begun. Callers that come meanwhile share them. */
  const waiting = new Map<string, Promise<FlushResult>>();
  /** The latest flush of each person: they run one after the other. */
  const latest = new Map<string, Promise<FlushResult>>();

  /** Without those that wait until somebody claims them. */
  const sendable = async (author: string) =>
    (await changeStore.of(author)).filter((it) => !isUnclaimed(it));

  const withDeliveryLock = <Value>(author: string, hold: number, work: () => Promise<Value>) =>
    withLock(locks, `formstead:outbox:${author}`, { wait: timeouts.turn, hold }, work);

  /** Of the file that is being sent, by its author. */
  const files = new Map<string, AbortController>();

  /** All changes first, then the files of the entries that the server knows by now. */
  async function empty(author: string): Promise<FlushResult> {
    for (;;) {
      const end = await emptyChanges(author);
      const { sendFile } = given;
      const mayGoOn = end.is === 'done' || (end.is === 'paused' && end.because === 'aside');
      if (!mayGoOn || !sendFile) return end;
      const stop = new AbortController();
      files.set(author, stop);
      const step = await withDeliveryLock(author, timeouts.file, () =>
        sendFile(author, stop.signal),
      ).finally(() => files.delete(author));
      if (step.is === 'settled' || step.is === 'stopped') continue;
      return step.is === 'done' ? end : step;
    }
  }

  /** A change is small, and a file may take an hour: it goes on later, with the part at which it was stopped. */
  async function stopFileForChange(author: string): Promise<void> {
    const stop = files.get(author);
    if (!stop) return;
    const backoff = await changeStore.backoff(author);
    if (nextStep(await sendable(author), backoff, now()).is === 'send') stop.abort();
  }

  async function emptyChanges(author: string): Promise<FlushResult> {
    for (;;) {
      // The lock is taken for each change, so that erasing need not wait for the whole queue.
      const end = await withDeliveryLock(author, timeouts.attempt, () => {
        waiting.delete(author);
        return sendNext(author);
      });
      if (end) return end;
    }
  }

  async function sendNext(author: string): Promise<FlushResult | undefined> {
    const all = await sendable(author);
    const backoff = await changeStore.backoff(author);
    const todo = nextStep(all, backoff, now());
    if (todo.is !== 'send') {
      // Failures of changes that are gone need not be remembered.
      if (todo.is === 'done' && backoff.failing) await changeStore.setBackoff(author, idleBackoff);
      await forgetOldest(changeStore, all);
      return todo;
    }
    const result = await sendOne(deps, todo.change);
    onChange();
    return result === 'signed-out' ? { is: 'signed-out' } : undefined;
  }

  async function begin(author: string, before: Promise<unknown> | undefined): Promise<FlushResult> {
    try {
      await before;
      return await empty(author);
    } catch (error) {
      return {
        is: 'paused',
        until: now() + retryDelay,
        because: unresponsiveIn(error) ?? 'storage',
      };
    }
  }

  return {
    async flush(author, { force } = { force: false }) {
      await stopFileForChange(author).catch(() => undefined);
      // At once, before waiting: a pause that the server asks for meanwhile counts. A failing disk shows below.
      if (force) await forgetPauses(changeStore, author).catch(() => undefined);
      const already = waiting.get(author);
      if (already) return already;
      // A flush that is running does not count: it may have missed what the caller has just saved.
      const flushResult = begin(author, latest.get(author));
      waiting.set(author, flushResult);
      latest.set(author, flushResult);
      const end = await flushResult;
      // It may never have got the lock.
      if (waiting.get(author) === flushResult) waiting.delete(author);
      return end;
    },
    withDeliveryPaused(author, work) {
      files.get(author)?.abort();
      return withDeliveryLock(author, longest, () => work(deps.deliver));
    },
  };
}

const unreachable = err({ is: 'unreachable' as const });

/** Adds timeouts: the server, or the renewal of a token, may never answer. */
function bounded(deps: Deps): Deps {
  const { tokens, deliver, read } = deps;
  return {
    ...deps,
    tokens: {
      token: (options) =>
        withTimeout('network', timeouts.token, tokens.token(options)).catch(() =>
          err('unreachable' as const),
        ),
    },
    deliver: (it) =>
      withTimeout('network', timeouts.delivery, deliver(it)).catch(() => unreachable),
    read: (...args) =>
      withTimeout('network', timeouts.delivery, read(...args)).catch(() => unreachable),
  };
}

/** How many delivered changes are kept, for their receipts. */
const deliveredToKeep = 20;

async function forgetOldest(changeStore: ChangeStore, all: readonly QueuedChange[]): Promise<void> {
  const delivered = all.filter((it) => !isUndelivered(it));
  for (const { author, entry, id } of delivered.slice(0, -deliveredToKeep))
    await changeStore.update(author, entry, (changes) => changes.filter((it) => it.id !== id));
}

async function sendOne(
  deps: Deps,
  { author, entry, id }: QueuedChange,
): Promise<'signed-out' | 'answered' | 'unanswered'> {
  const { changeStore, tokens, now, onChange } = deps;
  // Before the attempt is counted: without a token nothing is sent. A device needs none.
  if (author !== nobody) {
    const signedIn = await tokens.token();
    const problem = signedIn.ok ? undefined : signedIn.problem;
    if (problem === 'unreachable') return pauseAfterFailure(deps, author);
    if (problem && problem !== 'signed-out') throw unresponsive(problem);
    if (!signedIn.ok || signedIn.value.person.username !== author) return 'signed-out';
  }
  const changes = await changeStore.updateOnFullDevice(author, entry, (it) => leaving(it, id));
  const change = changes.find((it) => it.id === id && it.status.is === 'sending');
  // Its author has discarded it in this moment.
  if (!change) return 'unanswered';
  onChange();
  const answer = await send(deps, change);
  const at = new Date(now()).toISOString();
  // Again: a list that was on its way when its author erased the entry may have been stored meanwhile.
  const erasedOf = answer.ok && change.kind === 'erase' ? change.form : undefined;
  await changeStore.updateOnFullDevice(author, entry, (it) => answered(it, id, { answer, at }), {
    erasedOf,
  });
  if (answer.ok || answer.problem.is === 'refused') {
    await changeStore.setBackoff(author, afterAnswer(await changeStore.backoff(author), id));
    return 'answered';
  }
  if (answer.problem.is === 'signed-out') return 'signed-out';
  const source = { now: now(), random: deps.random() };
  const backoff = await changeStore.backoff(author);
  await changeStore.setBackoff(author, afterAttempt(backoff, id, answer.problem, source));
  return 'unanswered';
}

/**
 * A revision without a version, because the entry's receipt is no longer stored, first reads the entry. The
 * result is handled like a conflict.
 */
async function send({ deliver, read }: Deps, change: QueuedChange): ReturnType<Deliver> {
  const { kind, form, entry, author, ifVersion, invitation } = change;
  if (kind !== 'revise' || ifVersion !== undefined) {
    const answer = await deliver(change);
    return isFromOlderServer(change, answer) ? serverIsOlder : answer;
  }
  const current = await read(form, entry, { as: author, invitation });
  if (!current.ok) return current;
  return err({ is: 'refused', code: 'stale', title: '', issues: [], current: current.value });
}

const serverIsOlder = err({ is: 'unreachable' as const, because: 'failed' as const });

/** The server is older than this app: it does not know the form, or this version of it, yet. */
function isFromOlderServer({ kind }: QueuedChange, answer: Awaited<ReturnType<Deliver>>): boolean {
  if (answer.ok || answer.problem.is !== 'refused') return false;
  const { code } = answer.problem;
  return code === 'form_version_unknown' || (kind === 'submit' && code === 'not_found');
}

async function pauseAfterFailure(
  { changeStore, now, random }: Deps,
  author: string,
): Promise<'unanswered'> {
  const source = { now: now(), random: random() };
  await changeStore.setBackoff(
    author,
    afterFailure(await changeStore.backoff(author), undefined, source),
  );
  return 'unanswered';
}

async function forgetPauses(changeStore: ChangeStore, author: string): Promise<void> {
  for (const key of [author, backoffOfFiles(author)])
    await changeStore.setBackoff(key, withoutPauses(await changeStore.backoff(key)));
}
