import type { Refusal } from '../cloud/failure.ts';
import type { Told } from '../cloud/told.ts';
import { unsent, type Answers, type Parcel, type Stand } from './parcel.ts';

/** For tests: parcels about one entry of Mickey's. */
export const entry = '019a0000-0000-7000-8000-00000000000a';

export function parcel(more: Partial<Parcel> = {}): Parcel {
  return {
    id: entry,
    does: 'submit',
    entry,
    form: 'pwausers',
    formVersion: 1,
    author: 'mickey-1',
    savedAt: '2026-11-20T09:41:00.000Z',
    stand: unsent,
    ...((more.does ?? 'submit') === 'submit' && { answers: { fname: 'Mickey' } }),
    ...more,
  };
}

export const revision = (answers: Answers, more: Partial<Parcel> = {}): Parcel =>
  parcel({ id: 'change-1', does: 'revise', answers, ...more });

export const withdrawal = (more: Partial<Parcel> = {}): Parcel =>
  parcel({ id: 'change-2', does: 'withdraw', ...more });

export const restoration = (more: Partial<Parcel> = {}): Parcel =>
  parcel({ id: 'change-3', does: 'restore', ...more });

export const sending: Stand = { is: 'sending', attempts: 1 };
export const unknown: Stand = { is: 'waiting', attempts: 1 };

export function told(version = 1, answers: Told['answers'] = {}): Told {
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

export const delivered = (version = 1, answers: Told['answers'] = {}): Stand => ({
  is: 'delivered',
  at: '2026-11-20T09:42:00.000Z',
  told: told(version, answers),
});

export const refused = (code = 'invalid', more: Partial<Refusal> = {}): Stand => ({
  is: 'attention',
  refusal: { code, title: 'No', complaints: [], ...more },
});
