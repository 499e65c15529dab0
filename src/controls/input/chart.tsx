import { responsesMessages } from '../../messages/en/responses.ts';
import { formatNumber } from '../../messages/number-format.ts';
import { useMessages } from '../../messages/locale.ts';
import { Bars } from '../../ui/charts/bars.tsx';
import { ChartFigure } from '../../ui/charts/chart-figure.tsx';
import type { ChartProps } from '../chart.ts';
import { numberInLocale } from '../number-in-locale.ts';
import { spreadText } from '../spread-text.ts';

/** The distribution of numbers, with minimum, median and maximum. */
export function NumbersChart({ label, control, tally }: ChartProps) {
  const messages = useMessages('responses', responsesMessages);
  if (!tally?.numbers) return null;
  const { numbers, bins = [], answered, relevant } = tally;
  const { min, max } = numbers;
  const unit = 'unit' in control ? control.unit : undefined;
  const text = (number: number) => numberInLocale(control, number);
  const bars = bins.map(({ from, below, count }) => ({
    name: messages.fromToUnder(text(from), text(below)),
    count,
  }));
  return (
    <ChartFigure
      title={unit ? `${label} (${unit})` : label}
      summary={`${messages.answeredBy(answered, relevant)} ${spreadText(control, numbers, messages)}`}
      head={[messages.number, messages.responses]}
      rows={bars.map(({ name, count }) => [name, formatNumber(count)])}
    >
      {bars.length > 1 && (
        <Bars bars={bars} ends={[text(bins[0]?.from ?? min), text(bins.at(-1)?.below ?? max)]} />
      )}
    </ChartFigure>
  );
}
