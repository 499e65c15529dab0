type Props = {
  /** A bar for each, the last one today's. */
  readonly counts: readonly number[];
};

/** Seven small bars beside their sum. */
export function WeekBars({ counts }: Props) {
  const most = Math.max(1, ...counts);
  return (
    <svg className="week-bars" viewBox="0 0 42 14" aria-hidden="true">
      {counts.map((count, i) => {
        // A day with few responses is not a day with none.
        const height = count === 0 ? 1 : Math.max(2.5, (14 * count) / most);
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a day's bar does not change places
          <rect
            key={i}
            x={6 * i}
            width="4.5"
            y={14 - height}
            height={height}
            data-none={count === 0 || undefined}
          />
        );
      })}
    </svg>
  );
}
