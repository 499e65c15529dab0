import type { Answers } from '../../../src/outbox/changes/queued-change.ts';
import { tableRows } from '../../../e2e/testing/backend/table-rows.ts';

/** An operation that the entry's item lists. */
export type Operation = {
  readonly id: string;
  readonly digest: string;
  readonly version: number;
  readonly at: string;
};

/** An entry as stored, with the kept answers of a withdrawn one. */
export type StoredEntry = {
  readonly id: string;
  readonly form: string;
  readonly username: string;
  readonly version: number;
  readonly answers: Answers;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly deletedAt?: string;
  readonly erased?: true;
  /** The ids of the files that have arrived. */
  readonly filesArrived?: readonly string[];
  readonly operations: readonly Operation[];
  /** The digest of the submitted answers, if they were changed since. */
  readonly submitted?: string;
  /** The partition that it is stored in. */
  readonly pk: string;
};

/** Reads the table directly, without the API. */
export async function readStoredEntries(engineUrl: string): Promise<readonly StoredEntry[]> {
  return storedEntriesFrom(await tableRows({ database: { engineUrl } }));
}

/** The entries in the table's rows. */
export function storedEntriesFrom(found: readonly object[]): readonly StoredEntry[] {
  const rows = found as readonly Row[];
  const kept = new Map(rows.filter(isKept).map((row) => [entryKey(row), row]));
  // The table also contains the delivery records of mails.
  const entries = rows.filter(({ sk }) => sk.startsWith('entry#'));
  return entries.map((row) => withKeptAnswers(row, kept.get(entryKey(row))));
}

type Row = Omit<StoredEntry, 'operations'> &
  Partial<Pick<StoredEntry, 'operations'>> & { readonly sk: string };

function isKept({ sk }: Row): boolean {
  return sk.startsWith('withdrawn#');
}

function entryKey({ pk, sk }: Row): string {
  return `${pk} ${sk.slice(sk.indexOf('#'))}`;
}

function withKeptAnswers(row: Row, kept: Row | undefined): StoredEntry {
  const { operations = [] } = row;
  if (!row.deletedAt) return { ...row, operations };
  const { answers = {}, operations: earlier = [], submitted } = kept ?? {};
  return {
    ...row,
    answers,
    operations: [...earlier, ...operations],
    ...(submitted !== undefined && { submitted }),
  };
}
