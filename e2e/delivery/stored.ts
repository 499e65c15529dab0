import type { Answers } from '../../src/outbox/parcel.ts';
import { rowsIn } from '../rows.ts';

/** A change the table remembers to have been made. */
export type Operation = {
  readonly id: string;
  readonly digest: string;
  readonly version: number;
  readonly at: string;
};

/** An entry as it lies in the table, together with what is kept of a withdrawn one. */
export type Stored = {
  readonly id: string;
  readonly form: string;
  readonly username: string;
  readonly version: number;
  readonly answers: Answers;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly deletedAt?: string;
  readonly erased?: true;
  readonly operations: readonly Operation[];
  /** The digest of what was submitted, from when the answers are others. */
  readonly submitted?: string;
  /** Whose part of the table it lies in. */
  readonly pk: string;
};

/** Past the API and everything it believes. */
export async function storedIn(engineUrl: string): Promise<readonly Stored[]> {
  return storedFrom(await rowsIn({ database: { engineUrl } }));
}

/** The table's rows, as the entries they are. */
export function storedFrom(found: readonly object[]): readonly Stored[] {
  const rows = found as readonly Row[];
  const kept = new Map(rows.filter(isKept).map((row) => [placeOf(row), row]));
  // What became of an entry's mail lies in the table as well.
  const entries = rows.filter(({ sk }) => sk.startsWith('entry#'));
  return entries.map((row) => whole(row, kept.get(placeOf(row))));
}

type Row = Omit<Stored, 'operations'> &
  Partial<Pick<Stored, 'operations'>> & { readonly sk: string };

function isKept({ sk }: Row): boolean {
  return sk.startsWith('withdrawn#');
}

function placeOf({ pk, sk }: Row): string {
  return `${pk} ${sk.slice(sk.indexOf('#'))}`;
}

function whole(row: Row, kept: Row | undefined): Stored {
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
