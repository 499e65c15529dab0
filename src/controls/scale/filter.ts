import { scaleValues } from '#core/form/scale-values.ts';
import { formatNumber } from '../../messages/number-format.ts';
import type { FieldFilter } from '../filter.ts';

/** Each number of a scale. */
export const scaleFilter: FieldFilter = (control) =>
  scaleValues(control).map((value) => [value, formatNumber(Number(value))] as const);
