import { err, ok, type Result } from '#core/result.ts';
import type { Account } from '../cloud/account.ts';
import type { Caller } from '../cloud/call.ts';
import { isRecord } from '../cloud/told.ts';
import { unresponsiveIn } from '../device/timeout.ts';
import type { Means, Outbox } from '../outbox/outbox.ts';

type Deps = {
  readonly call: Caller;
  readonly account: Pick<Account, 'remove'>;
  readonly outbox: Pick<Outbox, 'whileNothingLeaves'>;
};

type Options = {
  readonly author: string;
  /** Told how many entries are erased by now. */
  readonly onProgress: (count: number) => void;
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
};

/** Milliseconds between two looks that find nothing: what another device has begun to send may still arrive. */
const rest = 1000;
/** Looks that find nothing, until it is not worth another. */
const mostLooks = 10;

const pause = (milliseconds: number) =>
  new Promise((resolve) => void setTimeout(resolve, milliseconds));

/**
 * Erases a person: the answers of all their entries, then the account, then what lies on this device. In
 * this order, so that whatever breaks it off can be taken up again by who is still somebody, and who has no
 * network loses nothing. Nothing leaves this device meanwhile, so nothing arrives afterwards; of other devices
 * the server takes nothing any more.
 * @returns how many entries that were
 */
export async function erasePerson(
  deps: Deps,
  options: Options,
): Promise<Result<number, 'unreachable'>> {
  try {
    return await deps.outbox.whileNothingLeaves((means) => eraseAll(deps, means, options));
  } catch (error) {
    // Another tab holds what this needs, or the disk does not answer.
    if (unresponsiveIn(error)) return err('unreachable');
    throw error;
  }
}

async function eraseAll(
  { call, account }: Deps,
  { forget }: Pick<Means, 'forget'>,
  { author, onProgress, sleep = pause }: Options,
): Promise<Result<number, 'unreachable'>> {
  let count = 0;
  for (let looks = 0; looks < mostLooks;) {
    const replied = await call('eraseAll', {}, { as: author, query: '?permanent=true' });
    const { erased, done } = replied.ok && isRecord(replied.value) ? replied.value : {};
    if (typeof erased !== 'number') return err('unreachable');
    count += erased;
    onProgress(count);
    if (done === true) {
      const removed = await account.remove();
      if (!removed.ok) return err('unreachable');
      await forget();
      return ok(count);
    }
    if (erased > 0) continue;
    looks += 1;
    await sleep(rest);
  }
  return err('unreachable');
}
