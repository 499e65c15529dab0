import type { Form } from '#core/form.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Account } from '../cloud/account.ts';
import type { Api } from '../cloud/api.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { allEntries } from './all-entries.ts';

type Deps = {
  readonly api: Pick<Api, 'list' | 'deliver'>;
  readonly account: Pick<Account, 'remove'>;
  readonly outbox: Pick<Outbox, 'forget'>;
  readonly newId: () => string;
};

type Options = {
  readonly forms: readonly Form[];
  readonly author: string;
  /** Told how many entries are erased, of how many. */
  readonly onProgress: (done: number, all: number) => void;
};

/**
 * Erases a person: the answers of all their entries, then the account, then what lies on this device. In
 * this order, so that whatever breaks it off can be taken up again by who is still somebody.
 */
export async function erasePerson(
  { api, account, outbox, newId }: Deps,
  { forms, author, onProgress }: Options,
): Promise<Result<undefined, 'unreachable'>> {
  // What waits must not arrive afterwards.
  await outbox.forget();
  const all = await allEntries(api, forms, () => undefined);
  if (!all.ok) return all;
  for (const [done, { form, entry }] of all.value.entries()) {
    onProgress(done, all.value.length);
    const erased = await api.deliver({
      id: newId(),
      does: 'erase',
      entry: entry.id,
      form: form.id,
      formVersion: form.version,
      author,
    });
    if (!erased.ok) return err('unreachable');
  }
  onProgress(all.value.length, all.value.length);
  const removed = await account.remove();
  return removed.ok ? ok(undefined) : err('unreachable');
}
