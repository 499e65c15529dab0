import type { Tally } from '#core/summary/tally.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { formatNumber, perLocale } from '../../../messages/number-format.ts';
import { useMessages } from '../../../messages/locale.ts';
import { Bars } from './bars.tsx';
import { ChartFigure } from './chart-figure.tsx';

/** Rounds to what people read. */
const formatRounded = perLocale((it) => new Intl.NumberFormat(it, { maximumSignificantDigits: 6 }));

type Props = { readonly label: string; readonly unit: string | undefined; readonly tally: Tally };

/** The distribution of numbers, with minimum, median and maximum. */
export function Histogram({ label, unit, tally: { numbers, bins = [], answered } }: Props) {
  const messages = useMessages('responses', responsesMessages);
  if (!numbers) return null;
  const { min, median, mean, max } = numbers;
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
      <Bars
        bars={bars}
        ends={[formatNumber(bins[0]?.from ?? min), formatNumber(bins.at(-1)?.below ?? max)]}
      />
    </ChartFigure>
  );
}
