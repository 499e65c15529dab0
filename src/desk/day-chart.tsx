import type { Summary } from '#core/entries/summary.ts';
import { Bars } from './bars.tsx';
import { Chart } from './chart.tsx';
import { spansOf } from './days.ts';
import { dayInWords, numberInWords } from './in-words.ts';

const months = new Intl.DateTimeFormat(undefined, {
  year: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});

/** How many came when. */
export function DayChart({ days }: { readonly days: Summary['days'] }) {
  const { unit, spans } = spansOf(days);
  const bars = spans.map(({ start, count }) => ({
    name: unit === 'day' ? dayInWords(start) : months.format(Date.parse(`${start}-01`)),
    count,
  }));
  const busiest = bars.reduce((most, it) => (it.count > most.count ? it : most), {
    name: '',
    count: 0,
  });
  return (
    <Chart
      title={unit === 'day' ? 'Responses per day' : 'Responses per month'}
      inShort={`The most on one ${unit}: ${numberInWords(busiest.count)}, ${busiest.name}. Days are counted in UTC.`}
      head={[unit === 'day' ? 'Day' : 'Month', 'Responses']}
      rows={bars.toReversed().map(({ name, count }) => [name, numberInWords(count)])}
    >
      <Bars
        bars={bars}
        ends={[bars[0]?.name ?? '', bars.length > 1 ? (bars.at(-1)?.name ?? '') : '']}
      />
    </Chart>
  );
}
