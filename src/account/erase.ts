import type { Form } from '#core/form.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Account } from '../cloud/account.ts';
import type { Api } from '../cloud/api.ts';
import { unresponsiveIn } from '../device/timeout.ts';
import type { Means, Outbox } from '../outbox/outbox.ts';
import { allEntries } from './all-entries.ts';

type Deps = {
  readonly api: Pick<Api, 'list'>;
  readonly account: Pick<Account, 'remove'>;
  readonly outbox: Pick<Outbox, 'whileNothingLeaves'>;
  readonly newId: () => string;
};

type Options = {
  readonly forms: readonly Form[];
  readonly author: string;
  /** Told how many entries are erased, of how many. */
  readonly onProgress: (done: number, all: number) => void;
};

/** Until a look at what is left finds nothing: another device may go on sending meanwhile. */
const mostRounds = 5;

/**
 * Erases a person: the answers of all their entries, then the account, then what lies on this device. In
 * this order, so that whatever breaks it off can be taken up again by who is still somebody, and who has no
 * network loses nothing. Nothing leaves this device meanwhile, so nothing arrives afterwards.
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
  { api, account, newId }: Deps,
  { deliver, forget }: Means,
  { forms, author, onProgress }: Options,
): Promise<Result<number, 'unreachable'>> {
  let done = 0;
  for (let round = 0; ; round += 1) {
    const left = await allEntries(api, forms, () => undefined);
    if (!left.ok || round === mostRounds) return err('unreachable');
    const all = done + left.value.length;
    onProgress(done, all);
    if (left.value.length === 0) break;
    for (const { form, entry } of left.value) {
      const erased = await deliver({
        id: newId(),
        does: 'erase',
        entry: entry.id,
        form: form.id,
        formVersion: form.version,
        author,
      });
      if (!erased.ok) return err('unreachable');
      done += 1;
      onProgress(done, all);
    }
  }
  const removed = await account.remove();
  if (!removed.ok) return err('unreachable');
  await forget();
  return ok(done);
}
