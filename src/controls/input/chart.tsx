import { responsesMessages } from '../../messages/en/responses.ts';
import { formatNumber, perLocale } from '../../messages/number-format.ts';
import { useMessages } from '../../messages/locale.ts';
import { Bars } from '../../ui/charts/bars.tsx';
import { ChartFigure } from '../../ui/charts/chart-figure.tsx';
import type { ChartProps } from '../chart.ts';

/** Rounds to what people read: 177.396 to 177.4, but neither 12,345.67 to thousands nor 0.0012 to 0. */
const formatRounded = perLocale(
  (it) =>
    new Intl.NumberFormat(it, {
      maximumFractionDigits: 2,
      maximumSignificantDigits: 4,
      roundingPriority: 'morePrecision',
    }),
);

/** The distribution of numbers, with minimum, median and maximum. */
export function NumbersChart({ label, control, tally }: ChartProps) {
  const messages = useMessages('responses', responsesMessages);
  if (!tally?.numbers) return null;
  const { numbers, bins = [], answered } = tally;
  const { min, median, mean, max } = numbers;
  const unit = 'unit' in control ? control.unit : undefined;
  const bars = bins.map(({ from, below, count }) => ({
    name: messages.fromToUnder(from, below),
    count,
  }));
  const [least = '', middle = '', average = '', most = ''] = [min, median, mean, max].map((it) =>
    formatRounded().format(it),
  );
  return (
    <ChartFigure
      title={unit ? `${label} (${unit})` : label}
      summary={`${messages.answeredBy(answered)} ${messages.spread(least, middle, average, most)}`}
      head={[messages.number, messages.responses]}
      rows={bars.map(({ name, count }) => [name, formatNumber(count)])}
    >
      {bars.length > 1 && (
        <Bars
          bars={bars}
          ends={[formatNumber(bins[0]?.from ?? min), formatNumber(bins.at(-1)?.below ?? max)]}
        />
      )}
    </ChartFigure>
  );
}
