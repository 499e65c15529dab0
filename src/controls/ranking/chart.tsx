import { getOwn } from '#core/values/own-property.ts';
import { responsesMessages } from '../../messages/en/responses.ts';
import { formatNumber, perLocale } from '../../messages/number-format.ts';
import { useMessages } from '../../messages/locale.ts';
import { ChartFigure } from '../../ui/charts/chart-figure.tsx';
import type { ChartProps } from '../chart.ts';
import { OptionBars } from '../choice/option-bars.tsx';

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
      <OptionBars
        bars={ranks.map(({ name, mean }, i) => ({
          name,
          text: `${messages.meanRank}: ${texts[i]}`,
          share: share(mean, options.length),
        }))}
      />
    </ChartFigure>
  );
}

/** 1 for the first rank, and little for the last of `count`. */
function share(mean: number | undefined, count: number): number {
  return mean === undefined ? 0 : (count + 1 - mean) / count;
}
