import { err, ok, type Result } from '#core/values/result.ts';
import { isRecord } from '#core/values/is-record.ts';
import type { Account } from '../../cloud/account/account-actions.ts';
import type { ApiCaller } from '../../cloud/api/api-caller.ts';
import { unresponsiveIn } from '../../device/timeout.ts';
import type { LockedOutbox, Outbox } from '../../outbox/outbox.ts';

type Deps = {
  readonly call: ApiCaller;
  readonly account: Pick<Account, 'remove'>;
  readonly outbox: Pick<Outbox, 'withDeliveryPaused' | 'invitations'>;
};

type Options = {
  readonly author: string;
  /** Called with the number of entries erased so far. */
  readonly onProgress: (count: number) => void;
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
};

/**
 * Milliseconds between two rounds that find nothing: a request that another device has sent may still
 * arrive.
 */
const pauseBetweenRounds = 1000;
/** Empty rounds, after which nothing more is expected. */
const mostEmptyRounds = 10;

const pause = (milliseconds: number) =>
  new Promise((resolve) => void setTimeout(resolve, milliseconds));

/**
 * Erases a person: the answers in all their entries, then the account, then this device's data. In this
 * order, because after a failure the account is still there to try again with, and without a network
 * nothing is lost. This device sends nothing meanwhile, and the server accepts nothing from other
 * devices, so that nothing arrives afterwards.
 * @returns how many entries were erased
 */
export async function erasePerson(
  deps: Deps,
  options: Options,
): Promise<Result<number, 'unreachable'>> {
  try {
    return await deps.outbox.withDeliveryPaused((lockedOutbox) =>
      eraseAll(deps, lockedOutbox, options),
    );
  } catch (error) {
    // Another tab has the lock, or the disk does not answer.
    if (unresponsiveIn(error)) return err('unreachable');
    throw error;
  }
}

async function eraseAll(
  { call, account, outbox }: Deps,
  { forget }: Pick<LockedOutbox, 'forget'>,
  { author, onProgress, sleep = pause }: Options,
): Promise<Result<number, 'unreachable'>> {
  let count = 0;
  // What was sent with a personal link has the invitation as its author.
  for (const invitation of [...(await outbox.invitations()), undefined]) {
    const erased = await eraseAuthor(call, { as: author, invitation, sleep }, (more) => {
      count += more;
      onProgress(count);
    });
    if (!erased) return err('unreachable');
  }
  const removed = await account.remove();
  if (!removed.ok) return err('unreachable');
  await forget();
  return ok(count);
}

type Author = Required<Pick<Options, 'sleep'>> & {
  readonly as: string;
  readonly invitation: string | undefined;
};

/** @returns whether nothing is left that this author can erase */
async function eraseAuthor(
  call: ApiCaller,
  { as, invitation, sleep }: Author,
  onErased: (count: number) => void,
): Promise<boolean> {
  for (let emptyRounds = 0; emptyRounds < mostEmptyRounds;) {
    const replied = await call('eraseAll', {}, { as, invitation, query: '?permanent=true' });
    // A link that has expired opens nothing any more.
    const isExpired = invitation !== undefined && !replied.ok && replied.problem.is === 'refused';
    if (isExpired) return true;
    const { erased, done } = replied.ok && isRecord(replied.value) ? replied.value : {};
    if (typeof erased !== 'number') return false;
    onErased(erased);
    if (done === true) return true;
    if (erased > 0) continue;
    emptyRounds += 1;
    await sleep(pauseBetweenRounds);
  }
  return false;
}
