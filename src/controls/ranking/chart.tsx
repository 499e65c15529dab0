import { getOwn } from '#core/values/own-property.ts';
import { responsesMessages } from '../../messages/en/responses.ts';
import { formatNumber, perLocale } from '../../messages/number-format.ts';
import { useMessages } from '../../messages/locale.ts';
import { ChartFigure } from '../../ui/charts/chart-figure.tsx';
import type { ChartProps } from '../chart.ts';
import '../choice/chart.css';

const formatRank = perLocale((it) => new Intl.NumberFormat(it, { maximumFractionDigits: 1 }));

/** The options by their mean rank, the best first. The bar is full for an option that everybody put first. */
export function RankingChart({ label, control, tally }: ChartProps) {
  const messages = useMessages('responses', responsesMessages);
  if (!('options' in control) || !tally?.ranks) return null;
  const { options } = control;
  const ranks = options
    .map(([value, name]) => {
      const counts = getOwn(tally.ranks, value) ?? [];
      const total = counts.reduce((sum, it) => sum + it, 0);
      const sum = counts.reduce((all, it, rank) => all + it * (rank + 1), 0);
      return { name, mean: total === 0 ? undefined : sum / total, first: counts[0] ?? 0 };
    })
    .toSorted((a, b) => (a.mean ?? Infinity) - (b.mean ?? Infinity));
  const texts = ranks.map(({ mean, first }) =>
    mean === undefined
      ? formatNumber(0)
      : messages.ranked(formatRank().format(mean), formatNumber(first)),
  );
  return (
    <ChartFigure
      title={label}
      summary={messages.answeredBy(tally.answered)}
      head={[messages.answer, messages.meanRank]}
      rows={ranks.map(({ name }, i) => [name, texts[i] ?? ''])}
    >
      <ul className="option-bars">
        {ranks.map(({ name, mean }, i) => (
          <li key={name}>
            <span>{name}</span>
            <span>{`${messages.meanRank}: ${texts[i]}`}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none">
              <rect className="option-bar-whole" width="100" height="10" />
              <rect width={share(mean, options.length)} height="10" />
            </svg>
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
}

/** 100 for the first rank, and little for the last of `count`. */
function share(mean: number | undefined, count: number): number {
  return mean === undefined ? 0 : (100 * (count + 1 - mean)) / count;
}
