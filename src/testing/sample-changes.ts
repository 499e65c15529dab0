import type { ApiProblem } from '../cloud/api/api-failure.ts';
import type { ApiEntry } from '../cloud/api/parse-api-entry.ts';
import {
  unsent,
  type Answers,
  type QueuedChange,
  type ChangeStatus,
} from '../outbox/changes/queued-change.ts';

/** For tests: changes to one entry of Mickey's. */
export const entry = '019a0000-0000-7000-8000-00000000000a';

export function sampleChange(more: Partial<QueuedChange> = {}): QueuedChange {
  return {
    id: entry,
    kind: 'submit',
    entry,
    form: 'pwausers',
    formVersion: 1,
    author: 'mickey-1',
    savedAt: '2026-11-20T09:41:00.000Z',
    status: unsent,
    ...((more.kind ?? 'submit') === 'submit' && { answers: { fname: 'Mickey' } }),
    ...more,
  };
}

export const revision = (answers: Answers, more: Partial<QueuedChange> = {}): QueuedChange =>
  sampleChange({ id: 'change-1', kind: 'revise', answers, ...more });

export const withdrawal = (more: Partial<QueuedChange> = {}): QueuedChange =>
  sampleChange({ id: 'change-2', kind: 'withdraw', ...more });

export const restoration = (more: Partial<QueuedChange> = {}): QueuedChange =>
  sampleChange({ id: 'change-3', kind: 'restore', ...more });

export const sending: ChangeStatus = { is: 'sending', attempts: 1 };
export const unknown: ChangeStatus = { is: 'waiting', attempts: 1 };

export function sampleApiEntry(version = 1, answers: ApiEntry['answers'] = {}): ApiEntry {
  const at = '2026-11-20T09:42:00.000Z';
  return {
    id: entry,
    answers,
    derived: undefined,
    version,
    createdAt: at,
    updatedAt: at,
    receipt: {},
  };
}

export const delivered = (version = 1, answers: ApiEntry['answers'] = {}): ChangeStatus => ({
  is: 'delivered',
  at: '2026-11-20T09:42:00.000Z',
  apiEntry: sampleApiEntry(version, answers),
});

export const refused = (code = 'invalid', more: Partial<ApiProblem> = {}): ChangeStatus => ({
  is: 'attention',
  problem: { code, title: 'No', issues: [], ...more },
});
