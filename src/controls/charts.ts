import type { FieldSummary } from '#core/form/field.ts';
import type { Chart } from './chart.ts';
import { OptionsChart } from './choice/chart.tsx';
import { NumbersChart } from './input/chart.tsx';
import { ListedChart } from './list/chart.tsx';
import { LocationsChart } from './location/chart.tsx';
import { MatrixChart } from './matrix/chart.tsx';
import { RankingChart } from './ranking/chart.tsx';
import { ScaleChart } from './scale/chart.tsx';

const NoChart = () => null;

/**
 * The chart of a field, by how the field's answers are summed up: controls that are summed up alike share one.
 * Only the responses page loads them. docs/decisions/0037.
 */
export const charts: { readonly [Each in FieldSummary]: Chart } = {
  options: OptionsChart,
  'yes-or-no': OptionsChart,
  numbers: NumbersChart,
  instances: NumbersChart,
  scale: ScaleChart,
  listed: ListedChart,
  matrix: MatrixChart,
  ranking: RankingChart,
  files: NumbersChart,
  locations: LocationsChart,
  none: NoChart,
};
