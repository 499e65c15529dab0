import type { Issue } from '#core/form/answers.ts';
import type { ApiEntry } from '../../cloud/api/parse-api-entry.ts';
import type { ApiProblem } from '../../cloud/api/api-failure.ts';
import type { StoredBackoff } from '../../device/device-database.ts';
import type { Backoff } from './backoff.ts';
import type { ChangeKind, ChangeStatus, QueuedChange } from './queued-change.ts';

/**
 * A change as devices and exported files store it, under the property names of the first version of the app.
 * Renaming one of these would make the app misread what people saved before its update.
 */
export type StoredChange = Omit<QueuedChange, 'kind' | 'status'> & {
  readonly does: ChangeKind;
  readonly stand: StoredStatus;
};

type StoredStatus =
  | Extract<ChangeStatus, { is: 'waiting' | 'sending' }>
  | { readonly is: 'delivered'; readonly at: string; readonly told?: ApiEntry }
  | { readonly is: 'attention'; readonly refusal: StoredProblem };

type StoredProblem = Omit<ApiProblem, 'issues'> & { readonly complaints: readonly Issue[] };

/** The same `answers` object goes through both ways: the change store recognises it. */
export function toStoredChange({ kind, status, ...rest }: QueuedChange): StoredChange {
  return { ...rest, does: kind, stand: toStoredStatus(status) };
}

export function fromStoredChange({
  does: kind,
  stand: status,
  ...rest
}: StoredChange): QueuedChange {
  return { ...rest, kind, status: fromStoredStatus(status) };
}

function toStoredStatus(status: ChangeStatus): StoredStatus {
  if (status.is === 'delivered') {
    const { apiEntry, ...rest } = status;
    return { ...rest, ...(apiEntry && { told: apiEntry }) };
  }
  if (status.is !== 'attention') return status;
  const { issues, ...problem } = status.problem;
  return { is: status.is, refusal: { ...problem, complaints: issues } };
}

function fromStoredStatus(stored: StoredStatus): ChangeStatus {
  if (stored.is === 'delivered') {
    const { told: apiEntry, ...rest } = stored;
    return { ...rest, ...(apiEntry && { apiEntry }) };
  }
  if (stored.is !== 'attention') return stored;
  const { complaints: issues, ...problem } = stored.refusal;
  return { is: stored.is, problem: { ...problem, issues } };
}

export function toStoredBackoff({ retryAt, ...rest }: Backoff): StoredBackoff {
  return { ...rest, restsUntil: retryAt };
}

export function fromStoredBackoff({ restsUntil: retryAt, ...rest }: StoredBackoff): Backoff {
  return { ...rest, retryAt };
}
