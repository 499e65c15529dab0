import type { Summary } from '#core/summary/summary-of-counts.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { tableMessages } from '../../../messages/en/table.ts';
import { formatNumber } from '../../../messages/number-format.ts';
import { formatDay, formatMonth } from '../../../messages/date-format.ts';
import { useMessages } from '../../../messages/locale.ts';
import { Bars } from '../../../ui/charts/bars.tsx';
import { ChartFigure } from '../../../ui/charts/chart-figure.tsx';
import { countsOverTime } from './counts-over-time.ts';

type Props = {
  readonly days: Summary['days'];
  /** The days are others than those of the page. */
  readonly isInUtc: boolean;
};

/** Responses over time. */
export function DayChart({ days, isInUtc }: Props) {
  const messages = useMessages('responses', responsesMessages);
  const { daysInUtc } = useMessages('table', tableMessages);
  const { unit, spans } = countsOverTime(days);
  const isByDay = unit === 'day';
  const bars = spans.map(({ start, count }) => ({
    name: isByDay ? formatDay(start) : formatMonth(start),
    count,
  }));
  const busiest = bars.reduce((most, it) => (it.count > most.count ? it : most), {
    name: '',
    count: 0,
  });
  const isOneDay = isByDay && bars.length === 1;
  const summaryText = isOneDay
    ? messages.allOnDay
    : isByDay
      ? messages.mostOnDay
      : messages.mostInMonth;
  return (
    <ChartFigure
      title={isByDay ? messages.perDay : messages.perMonth}
      summary={`${summaryText(busiest.count, busiest.name)} ${isInUtc ? daysInUtc : ''}`.trim()}
      head={[isByDay ? messages.day : messages.month, messages.responses]}
      rows={bars.toReversed().map(({ name, count }) => [name, formatNumber(count)])}
    >
      {bars.length > 1 && (
        <Bars bars={bars} ends={[bars[0]?.name ?? '', bars.at(-1)?.name ?? '']} />
      )}
    </ChartFigure>
  );
}
