import type { Api } from '../cloud/api.ts';
import type { Tokens } from '../cloud/call.ts';
import { answered, leaving } from './chain.ts';
import { isOnItsWay, type Parcel } from './parcel.ts';
import type { Parcels } from './parcels.ts';
import { afterFailure, next, rested, type Next } from './queue.ts';

/** Why the outbox is not being emptied any further. */
export type Drained = Exclude<Next, { is: 'send' }> | { readonly is: 'signed-out' };

/** Takes what waits to the server, one parcel after the other. */
export type Drainer = {
  /** @param anew forgets the pause: the network has come back, or the person does not want to wait */
  readonly drain: (author: string, options?: { readonly anew: boolean }) => Promise<Drained>;
};

type Deps = {
  readonly parcels: Parcels;
  readonly tokens: Pick<Tokens, 'token'>;
  readonly deliver: Api['deliver'];
  /** The tabs and the service worker share them, so one of them drains at a time. */
  readonly locks: Pick<LockManager, 'request'>;
  readonly now: () => number;
  readonly random: () => number;
  /** Told after each change. */
  readonly onChange: () => void;
};

export function createDrainer(deps: Deps): Drainer {
  const { parcels, locks, now, onChange } = deps;
  /** Those that wait for the lock, each for everyone who asks meanwhile. */
  const waiting = new Map<string, Promise<Drained>>();

  async function empty(author: string): Promise<Drained> {
    for (;;) {
      const all = await parcels.of(author);
      const todo = next(all, await parcels.queue(author), now());
      if (todo.is !== 'send') {
        await forgetOldest(parcels, all);
        return todo;
      }
      const result = await sendOne(deps, todo.parcel);
      onChange();
      if (result === 'signed-out') return { is: 'signed-out' };
    }
  }

  return {
    async drain(author, { anew } = { anew: false }) {
      // Now and not in turn: what the server asks for in the meantime is heard.
      if (anew) await parcels.setQueue(author, rested);
      const already = waiting.get(author);
      if (already) return already;
      // Whoever asks while it runs is not content with it: what they saved may have come too late.
      const drained = locks.request(`formstead:outbox:${author}`, () => {
        waiting.delete(author);
        return empty(author);
      });
      waiting.set(author, drained);
      return drained;
    },
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
  const { parcels, tokens, deliver, now, onChange } = deps;
  // First, so that no attempt is counted of which it is certain that it never left.
  const signedIn = await tokens.token();
  if (!signedIn.ok && signedIn.problem === 'unreachable') return backOff(deps, author);
  if (!signedIn.ok || signedIn.value.person.username !== author) return 'signed-out';
  const chain = await parcels.change(author, entry, (it) => leaving(it, id));
  const parcel = chain.find((it) => it.id === id && it.stand.is === 'sending');
  // Its author has taken it back in this very moment.
  if (!parcel) return 'unanswered';
  onChange();
  const answer = await deliver(parcel);
  const at = new Date(now()).toISOString();
  await parcels.change(author, entry, (it) => answered(it, id, { answer, at }));
  if (answer.ok || answer.problem.is === 'refused') {
    await parcels.setQueue(author, rested);
    return 'answered';
  }
  if (answer.problem.is === 'signed-out') return 'signed-out';
  return backOff(deps, author, answer.problem.retryAfter);
}

async function backOff(
  { parcels, now, random }: Deps,
  author: string,
  retryAfter?: number,
): Promise<'unanswered'> {
  const source = { now: now(), random: random() };
  await parcels.setQueue(author, afterFailure(await parcels.queue(author), retryAfter, source));
  return 'unanswered';
}
