import type { StoredEntry } from '../delivery/evidence/stored-entries.ts';
import type { ExpectedEntry } from '../soak/soak-writer.ts';

export type Verdict = {
  readonly stored: number;
  readonly duplicates: number;
  /** Acknowledged but not stored, or stored differently. */
  readonly lost: number;
  readonly otherwise: number;
  /** Stored, but never sent. */
  readonly strangers: number;
  /** Examples, for debugging. */
  readonly examples: readonly string[];
};

/** Compares the table with what its authors expect. */
export function checkStored(
  stored: readonly StoredEntry[],
  authors: readonly { readonly username: string; readonly entries: readonly ExpectedEntry[] }[],
): Verdict {
  const expected = new Map(
    authors.flatMap(({ username, entries }) =>
      entries.map((it) => [it.id, { ...it, username }] as const),
    ),
  );
  const rows = Map.groupBy(stored, ({ id }) => id);
  const isThere = ({ id }: ExpectedEntry) => rows.has(id);
  const settled = [...expected.values()].filter((it) => it.isSettled);
  const lost = settled.filter((it) => !isThere(it));
  const otherwise = settled.filter((it) => {
    const [row] = rows.get(it.id) ?? [];
    return row !== undefined && !isAsExpected(row, it);
  });
  const strangers = stored.filter(({ id, username }) => expected.get(id)?.username !== username);
  const duplicates = [...rows.values()].filter(({ length }) => length > 1);
  const idByName = new Map<unknown, string>();
  for (const { id, answers } of stored) {
    const earlier = idByName.get(answers['lname']);
    if (earlier !== undefined && earlier !== id) duplicates.push([]);
    idByName.set(answers['lname'], id);
  }
  return {
    stored: stored.length,
    duplicates: duplicates.length,
    lost: lost.length,
    otherwise: otherwise.length,
    strangers: strangers.length,
    examples: [...lost, ...otherwise, ...strangers].slice(0, 5).map((it) => JSON.stringify(it)),
  };
}

export function isFlawless({ duplicates, lost, otherwise, strangers }: Verdict): boolean {
  return duplicates + lost + otherwise + strangers === 0;
}

/** The answers of a withdrawn entry are in a separate item, which `readStoredEntries` has merged. */
function isAsExpected(row: StoredEntry, { answers, version, isWithdrawn }: ExpectedEntry): boolean {
  return (
    row.version === version &&
    (row.deletedAt !== undefined) === isWithdrawn &&
    row.answers['lname'] === answers['lname']
  );
}
