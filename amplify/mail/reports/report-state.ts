/** How many there have ever been, when a report was made. */
export type Totals = {
  readonly received: number;
  readonly withdrawn: number;
  /** How many wait for review now; absent if nobody reviews. */
  readonly waiting?: number;
  /** Whether all entries are in it. Totals can only be compared with others of which this is the same. */
  readonly isComplete: boolean;
};

/** The last report of a form: what there was when it began, and when it ended. */
export type ReportState = {
  /** The day of a digest, or an hour. */
  readonly period: string;
  readonly since: string;
  readonly from: Totals;
  readonly at: string;
  readonly totals: Totals;
  /** Whether everybody has got it, or there was nothing to say. */
  readonly isFinished: boolean;
};

/**
 * The report of a new period. It begins where the one before ended, so that nothing is left out and nothing is in two;
 * or where that one began, if not everybody has got it. The first one only says where to begin.
 */
export function nextReport(
  before: ReportState | undefined,
  { period, at, totals }: Pick<ReportState, 'period' | 'at' | 'totals'>,
): ReportState {
  const isFirst = before?.totals.isComplete !== totals.isComplete;
  if (!before || isFirst) return { period, since: at, from: totals, at, totals, isFinished: true };
  const { since, from } = before.isFinished
    ? { since: before.at, from: before.totals }
    : { since: before.since, from: before.from };
  const { received, withdrawn } = newIn({ from, totals });
  return { period, since, from, at, totals, isFinished: received + withdrawn === 0 };
}

/** How many came, and how many were withdrawn, without those that were restored. */
export function newIn({ from, totals }: Pick<ReportState, 'from' | 'totals'>): {
  readonly received: number;
  readonly withdrawn: number;
} {
  return {
    received: Math.max(0, totals.received - from.received),
    withdrawn: Math.max(0, totals.withdrawn - from.withdrawn),
  };
}
