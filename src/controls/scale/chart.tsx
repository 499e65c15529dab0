import { responsesMessages } from '../../messages/en/responses.ts';
import { useMessages } from '../../messages/locale.ts';
import type { ChartProps } from '../chart.ts';
import { OptionsChart } from '../choice/chart.tsx';
import { spreadText } from '../spread-text.ts';

/** How often each number was chosen, and their mean. */
export function ScaleChart(chart: ChartProps) {
  const messages = useMessages('responses', responsesMessages);
  const { numbers } = chart.tally ?? {};
  if (!numbers) return null;
  return <OptionsChart {...chart} more={spreadText(chart.control, numbers, messages)} />;
}
