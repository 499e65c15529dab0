import type { FieldSummary } from '#core/form/field.ts';
import type { Chart } from './chart.ts';
import { OptionsChart } from './choice/chart.tsx';
import { NumbersChart } from './input/chart.tsx';
import { LocationsChart } from './location/chart.tsx';

const NoChart = () => null;

/**
 * The chart of a field, by how the field's answers are summed up: controls that are summed up alike share one.
 * Only the responses page loads them. docs/decisions/0037.
 */
export const charts: { readonly [Each in FieldSummary]: Chart } = {
  options: OptionsChart,
  'yes-or-no': OptionsChart,
  numbers: NumbersChart,
  locations: LocationsChart,
  none: NoChart,
};
