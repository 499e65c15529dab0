import type { Told } from '../cloud/told.ts';
import { isOnItsWay, isTakingBack, type Answers, type Parcel } from '../outbox/parcel.ts';

/** One of a person's entries, as it will be once everything typed on this device is delivered. */
export type OwnEntry = {
  readonly id: string;
  readonly answers: Answers;
  /** The version of the form that the answers are given to. */
  readonly formVersion: number | undefined;
  /** ISO 8601: when it was stored, or as long as it was not, when it was saved here. */
  readonly at: string;
  /** Unknown while it is still on its way. */
  readonly version: number | undefined;
  readonly isWithdrawn: boolean;
  /** As the server told it last, with what it added. Unknown while it is still on its way. */
  readonly told: Told | undefined;
  /** What was done last on this device, and how far that has come. */
  readonly last: Parcel | undefined;
};

/**
 * What the server told, and what this device has done since, newest first.
 * @param since when the person began to look: what was withdrawn after that stays in sight, to be undone
 */
export function ownEntries(
  told: readonly Told[],
  parcels: readonly Parcel[],
  since: string,
): readonly OwnEntry[] {
  const ids = new Set([...told.map((it) => it.id), ...parcels.map((it) => it.entry)]);
  return [...ids]
    .map((id) => {
      const known = told.find((it) => it.id === id);
      const chain = parcels.filter((it) => it.entry === id);
      return ownEntry({ id, known, chain, since });
    })
    .filter((it) => it !== undefined)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

type Known = {
  readonly id: string;
  readonly known: Told | undefined;
  readonly chain: readonly Parcel[];
  readonly since: string;
};

function ownEntry({ id, known, chain, since }: Known): OwnEntry | undefined {
  const told = latest([...chain.map(toldIn), known]);
  // Of what must not lie here, the delivered parcels say which version it is in and nothing else.
  const saying = latest([...chain.filter((it) => !it.isSensitive).map(toldIn), known]);
  const typed = chain.findLast((it) => isOnItsWay(it) && it.answers);
  const answers = typed?.answers ?? saying?.answers;
  const formVersion = (typed ?? saying)?.formVersion;
  const at = told?.createdAt ?? typed?.savedAt;
  if (!answers || !at) return undefined;
  const last = chain.at(-1);
  const isTakenBack = last !== undefined && isTakingBack(last);
  const isRecent = last?.stand.is !== 'delivered' || last.stand.at >= since;
  if (isTakenBack && !known && !isOnItsWay(last)) return undefined;
  const isWithdrawn = isTakenBack && isRecent;
  return { id, answers, formVersion, at, version: told?.version, isWithdrawn, told, last };
}

function toldIn({ stand }: Parcel): Told | undefined {
  return stand.is === 'delivered' ? stand.told : undefined;
}

function latest(some: readonly (Told | undefined)[]): Told | undefined {
  return some
    .filter((it) => it !== undefined)
    .toSorted((a, b) => a.version - b.version)
    .at(-1);
}
