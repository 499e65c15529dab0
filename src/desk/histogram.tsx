import type { Summed } from '#core/entries/summary.ts';
import { Bars } from './bars.tsx';
import { Chart } from './chart.tsx';
import { numberInWords } from './in-words.ts';

/** No more exact than anybody reads. */
const inShort = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 6 });

type Props = { readonly label: string; readonly unit: string | undefined; readonly tally: Summed };

/** How numbers spread, with their ends and their middle. */
export function Histogram({ label, unit, tally: { numbers, bins = [], answered } }: Props) {
  if (!numbers) return null;
  const { min, median, mean, max } = numbers;
  const bars = bins.map(({ from, below, count }) => ({
    name: `${numberInWords(from)} to under ${numberInWords(below)}`,
    count,
  }));
  const [least, middle, average, most] = [min, median, mean, max].map((it) => inShort.format(it));
  return (
    <Chart
      title={unit ? `${label} (${unit})` : label}
      inShort={`Answered by ${numberInWords(answered)}. Least ${least}, median ${middle}, mean ${average}, most ${most}.`}
      head={['Number', 'Responses']}
      rows={bars.map(({ name, count }) => [name, numberInWords(count)])}
    >
      <Bars
        bars={bars}
        ends={[numberInWords(bins[0]?.from ?? min), numberInWords(bins.at(-1)?.below ?? max)]}
      />
    </Chart>
  );
}
