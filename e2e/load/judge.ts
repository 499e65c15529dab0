import type { Stored } from '../delivery/stored.ts';
import type { Known } from './writer.ts';

export type Verdict = {
  readonly stored: number;
  readonly duplicates: number;
  /** Acknowledged, and not there; or there, and not as it was acknowledged. */
  readonly lost: number;
  readonly otherwise: number;
  /** There, and nobody sent it. */
  readonly strangers: number;
  /** Examples, for whoever has to find out. */
  readonly examples: readonly string[];
};

/** What the table holds, against what its authors were told. */
export function judge(
  stored: readonly Stored[],
  authors: readonly { readonly username: string; readonly entries: readonly Known[] }[],
): Verdict {
  const known = new Map(
    authors.flatMap(({ username, entries }) =>
      entries.map((it) => [it.id, { ...it, username }] as const),
    ),
  );
  const rows = Map.groupBy(stored, ({ id }) => id);
  const isThere = ({ id }: Known) => rows.has(id);
  const settled = [...known.values()].filter((it) => it.isSettled);
  const lost = settled.filter((it) => !isThere(it));
  const otherwise = settled.filter((it) => {
    const [row] = rows.get(it.id) ?? [];
    return row !== undefined && !isAs(row, it);
  });
  const strangers = stored.filter(({ id, username }) => known.get(id)?.username !== username);
  const duplicates = [...rows.values()].filter(({ length }) => length > 1);
  const said = new Map<unknown, string>();
  for (const { id, answers } of stored) {
    const earlier = said.get(answers['lname']);
    if (earlier !== undefined && earlier !== id) duplicates.push([]);
    said.set(answers['lname'], id);
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

/** A withdrawn entry's answers lie in an item beside it, which `storedIn` has put back. */
function isAs(row: Stored, { answers, version, isWithdrawn }: Known): boolean {
  return (
    row.version === version &&
    (row.deletedAt !== undefined) === isWithdrawn &&
    row.answers['lname'] === answers['lname']
  );
}
