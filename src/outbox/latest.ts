import { isOnItsWay, type Answers, type Parcel } from './parcel.ts';

/** An entry, as it is when a change to it begins. */
export type ToChange = {
  readonly id: string;
  readonly answers: Answers;
  /** The version of the form that the answers are given to. */
  readonly formVersion?: number | undefined;
  readonly version?: number | undefined;
};

/** What an entry will say once everything is delivered, if anything of it waits here. In which version, nobody knows yet. */
export function latestOf(parcels: readonly Parcel[], entry: string): ToChange | undefined {
  const last = parcels.findLast((it) => it.entry === entry && isOnItsWay(it) && it.answers);
  if (!last?.answers) return undefined;
  return { id: entry, answers: last.answers, formVersion: last.formVersion };
}
