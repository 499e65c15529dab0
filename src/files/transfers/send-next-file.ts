import { restorableUntil } from '#core/entries/restore-period.ts';
import { err, ok, type Result } from '#core/values/result.ts';
import type { ApiFailure } from '../../cloud/api/api-failure.ts';
import type { Database, StoredTransfer } from '../../device/device-database.ts';
import { backoffOfFiles } from '../../outbox/changes/backoff.ts';
import type { ChangeStore } from '../../outbox/changes/change-store.ts';
import {
  afterAnswer,
  afterAttempt,
  afterSettingAside,
} from '../../outbox/changes/retry-schedule.ts';
import type { ApiCaller } from '../../cloud/api/api-caller.ts';
import { idOf, nextFile } from './next-file.ts';
import { transferFile, type Progress } from './transfer-file.ts';
import { createTransferStore } from './transfer-store.ts';

/** What became of the files: one was sent or refused, so there may be another; or why nothing is sent now. */
export type FileStep =
  | { readonly is: 'settled' }
  | { readonly is: 'done' }
  | { readonly is: 'paused'; readonly until: number }
  | { readonly is: 'signed-out' }
  /** Something more urgent is to be sent. */
  | { readonly is: 'stopped' };

type Deps = {
  readonly database: Database;
  readonly changeStore: ChangeStore;
  readonly call: ApiCaller;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly random: () => number;
  /** Called when a part has been sent. */
  readonly onChange: () => void;
};

/** Sends the next file of somebody's delivered entries. The caller has the lock of their outbox. */
export async function sendNextFile(
  deps: Deps,
  author: string,
  signal: AbortSignal,
): Promise<FileStep> {
  const { database, changeStore, now, onChange } = deps;
  const transfers = createTransferStore(database);
  const backoff = await changeStore.backoff(backoffOfFiles(author));
  const step = nextFile(
    { transfers: await transfers.of(author), changes: await changeStore.of(author), backoff },
    now(),
  );
  if (step.is !== 'send') return step;
  const { transfer } = step;
  const id = idOf(transfer);
  const answer = await settled(deps, transfer, signal);
  onChange();
  if (signal.aborted) return { is: 'stopped' };
  const latest = await changeStore.backoff(backoffOfFiles(author));
  const source = { now: now(), random: deps.random() };
  if (answer.ok) {
    const next =
      answer.value === 'has-to-wait'
        ? afterSettingAside(latest, id, source)
        : afterAnswer(latest, id);
    await changeStore.setBackoff(backoffOfFiles(author), next);
    return { is: 'settled' };
  }
  if (answer.problem.is !== 'unreachable') return { is: 'signed-out' };
  const next = afterAttempt(latest, id, answer.problem, source);
  await changeStore.setBackoff(backoffOfFiles(author), next);
  return { is: 'paused', until: Math.max(next.retryAt, source.now) };
}

/** Sends it, and stores what became of it. */
async function settled(
  { database, call, fetch, now, onChange }: Deps,
  transfer: StoredTransfer,
  signal: AbortSignal,
): Promise<Result<'settled' | 'has-to-wait', ApiFailure>> {
  const transfers = createTransferStore(database);
  let latest = transfer;
  const onProgress = async ({ upload, sent }: Progress) => {
    latest = { ...latest, sent, ...(upload && { upload }) };
    await transfers.update(latest);
    onChange();
  };
  const answer = await transferFile({ call, fetch, database, onProgress, signal }, transfer);
  const code = answer.ok || answer.problem.is !== 'refused' ? undefined : answer.problem.code;
  if (!answer.ok && code === undefined) return answer;
  const goneSince = code === 'gone' ? (latest.goneSince ?? now()) : undefined;
  // The entry was erased, or no longer refers to the file.
  const isUnwanted = code === 'not_found' || isGoneForGood(goneSince, now());
  if (answer.ok || isUnwanted) {
    await transfers.finish(transfer);
    return ok('settled');
  }
  const { upload, ...fromBeginning } = { ...latest, sent: 0 };
  const isUploadLost = upload !== undefined && code !== wrongType;
  if (goneSince !== undefined) {
    await transfers.update({ ...fromBeginning, goneSince });
    return ok('has-to-wait');
  }
  const mayWorkAgain = isLostOnTheWay(code) || isUploadLost;
  if (!mayWorkAgain) {
    await transfers.update({ ...fromBeginning, problem: code ?? '' });
    return ok('settled');
  }
  await transfers.update(fromBeginning);
  return err({ is: 'unreachable', because: 'failed' });
}

/** The server does not say whether an entry is withdrawn or erased. Until it can be restored no more, its bytes stay. */
function isGoneForGood(since: number | undefined, now: number): boolean {
  return since !== undefined && restorableUntil(new Date(since).toISOString()).getTime() <= now;
}

/** Other bytes arrived, or none; without a code, the API is older than this app. */
function isLostOnTheWay(code: string | undefined): boolean {
  return code === 'file_damaged' || code === 'file_not_arrived' || code === '';
}

const wrongType = 'file_of_other_type';
