import { formatNumber } from '../../messages/number-format.ts';
import './bars.css';

type Props = {
  readonly bars: readonly { readonly name: string; readonly count: number }[];
  /** Labels under the first bar and the last. */
  readonly ends: readonly [string, string];
};

/** Vertical bars, as wide as fits, with the highest count above. */
export function Bars({ bars, ends }: Props) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const [first, last] = ends;
  return (
    <div className="bars" dir="ltr">
      <p>{formatNumber(most)}</p>
      <svg viewBox={`0 0 ${bars.length} 100`} preserveAspectRatio="none">
        {bars.map(({ name, count }, i) => {
          const height = (100 * count) / most;
          return (
            <rect key={name} x={i + 0.06} width={0.88} y={100 - height} height={height}>
              <title>{`${name}: ${formatNumber(count)}`}</title>
            </rect>
          );
        })}
      </svg>
      <p>
        {/* Between left-to-right bars, an Arabic date keeps its own direction. */}
        <bdi>{first}</bdi>
        <bdi>{last}</bdi>
      </p>
    </div>
  );
}
