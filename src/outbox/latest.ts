import { isOnItsWay, type Answers, type Parcel } from './parcel.ts';

export type ToChange = {
  readonly id: string;
  readonly answers: Answers;
  readonly version?: number;
};

/** What an entry will say once everything is delivered, if anything of it waits here. In which version, nobody knows yet. */
export function latestOf(parcels: readonly Parcel[], entry: string): ToChange | undefined {
  const last = parcels.findLast((it) => it.entry === entry && isOnItsWay(it) && it.answers);
  return last?.answers && { id: entry, answers: last.answers };
}
