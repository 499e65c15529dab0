import { useEffect, useState } from 'react';
import { rowLabel } from '#core/form/list.ts';
import { OptionsChart } from '../choice/chart.tsx';
import type { ChartProps } from '../chart.ts';

/** What was chosen most often in a long list, as bars. */
export function ListedChart(props: ChartProps) {
  const { control, tally } = props;
  const list = 'list' in control ? control.list : undefined;
  const [, setIsLoaded] = useState(false);
  useEffect(
    () =>
      void list?.load().then(
        () => setIsLoaded(true),
        () => undefined,
      ),
    [list],
  );
  const language = 'list' in control ? control.language : undefined;
  const counts = Object.entries(tally?.mostChosen ?? {}).toSorted(([, a], [, b]) => b - a);
  const options = counts.map(([value]) => {
    const row = list?.find(value);
    return [value, row ? rowLabel(row, language) : value] as const;
  });
  const counted = tally?.mostChosen && { ...tally, options: tally.mostChosen };
  return <OptionsChart {...props} options={options} tally={counted} />;
}
