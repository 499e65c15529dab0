import { responsesMessages } from '../../messages/en/responses.ts';
import { useMessages } from '../../messages/locale.ts';
import type { ChartProps } from '../chart.ts';
import { formatRounded } from '../rounded-number.ts';
import { OptionsChart } from '../choice/chart.tsx';

/** How often each number was chosen, and their mean. */
export function ScaleChart(chart: ChartProps) {
  const messages = useMessages('responses', responsesMessages);
  const { numbers } = chart.tally ?? {};
  if (!numbers) return null;
  const { min, median, mean, max } = numbers;
  const [least = '', middle = '', average = '', most = ''] = [min, median, mean, max].map((it) =>
    formatRounded(chart.control, it),
  );
  return <OptionsChart {...chart} more={messages.spread(least, middle, average, most)} />;
}
