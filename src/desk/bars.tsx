import { numberInWords } from '../words/formats.ts';

type Props = {
  readonly bars: readonly { readonly name: string; readonly count: number }[];
  /** Below the first bar, and below the last. */
  readonly ends: readonly [string, string];
};

/** Upright bars, as wide as there is room, under the number of the highest. */
export function Bars({ bars, ends }: Props) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const [first, last] = ends;
  return (
    <div className="desk-bars" dir="ltr">
      <p>{numberInWords(most)}</p>
      <svg viewBox={`0 0 ${bars.length} 100`} preserveAspectRatio="none">
        {bars.map(({ name, count }, i) => {
          const height = (100 * count) / most;
          return (
            <rect key={name} x={i + 0.06} width={0.88} y={100 - height} height={height}>
              <title>{`${name}: ${numberInWords(count)}`}</title>
            </rect>
          );
        })}
      </svg>
      <p>
        <span>{first}</span>
        <span>{last}</span>
      </p>
    </div>
  );
}
