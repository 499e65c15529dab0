import type { Summary } from '#core/entries/summary.ts';
import { desk } from '../words/en/desk.ts';
import { numberInWords } from '../words/formats.ts';
import { dayInWords, monthInWords } from '../words/moments.ts';
import { useWords } from '../words/speech.ts';
import { Bars } from './bars.tsx';
import { Chart } from './chart.tsx';
import { spansOf } from './days.ts';

/** How many came when. */
export function DayChart({ days }: { readonly days: Summary['days'] }) {
  const words = useWords('desk', desk);
  const { unit, spans } = spansOf(days);
  const isByDay = unit === 'day';
  const bars = spans.map(({ start, count }) => ({
    name: isByDay ? dayInWords(start) : monthInWords(start),
    count,
  }));
  const busiest = bars.reduce((most, it) => (it.count > most.count ? it : most), {
    name: '',
    count: 0,
  });
  return (
    <Chart
      title={isByDay ? words.perDay : words.perMonth}
      inShort={(isByDay ? words.mostOnDay : words.mostInMonth)(busiest.count, busiest.name)}
      head={[isByDay ? words.day : words.month, words.responses]}
      rows={bars.toReversed().map(({ name, count }) => [name, numberInWords(count)])}
    >
      <Bars
        bars={bars}
        ends={[bars[0]?.name ?? '', bars.length > 1 ? (bars.at(-1)?.name ?? '') : '']}
      />
    </Chart>
  );
}
