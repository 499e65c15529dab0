import type { Tally } from '#core/entries/tally.ts';
import { desk } from '../words/en/desk.ts';
import { numberInWords, perLanguage } from '../words/formats.ts';
import { useWords } from '../words/speech.ts';
import { Bars } from './bars.tsx';
import { Chart } from './chart.tsx';

/** No more exact than anybody reads. */
const inShort = perLanguage((it) => new Intl.NumberFormat(it, { maximumSignificantDigits: 6 }));

type Props = { readonly label: string; readonly unit: string | undefined; readonly tally: Tally };

/** How numbers spread, with their ends and their middle. */
export function Histogram({ label, unit, tally: { numbers, bins = [], answered } }: Props) {
  const words = useWords('desk', desk);
  if (!numbers) return null;
  const { min, median, mean, max } = numbers;
  const bars = bins.map(({ from, below, count }) => ({
    name: words.fromToUnder(from, below),
    count,
  }));
  const [least = '', middle = '', average = '', most = ''] = [min, median, mean, max].map((it) =>
    inShort().format(it),
  );
  return (
    <Chart
      title={unit ? `${label} (${unit})` : label}
      inShort={`${words.answeredBy(answered)} ${words.spread(least, middle, average, most)}`}
      head={[words.number, words.responses]}
      rows={bars.map(({ name, count }) => [name, numberInWords(count)])}
    >
      <Bars
        bars={bars}
        ends={[numberInWords(bins[0]?.from ?? min), numberInWords(bins.at(-1)?.below ?? max)]}
      />
    </Chart>
  );
}
