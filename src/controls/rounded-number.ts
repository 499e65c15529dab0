import type { Control } from '#core/form/field.ts';
import { perLocale } from '../messages/number-format.ts';
import { numberInLocale } from './number-in-locale.ts';

/** Rounds to what people read: 177.396 to 177.4, but neither 12,345.67 to thousands nor 0.0012 to 0. */
const rounded = perLocale(
  (it) =>
    new Intl.NumberFormat(it, {
      maximumFractionDigits: 2,
      maximumSignificantDigits: 4,
      roundingPriority: 'morePrecision',
    }),
);

/** A statistic of the answers to a control. Amounts are rounded as their currency is, and years to whole ones. */
export function formatRounded(control: Control, number: number): string {
  if ('code' in control) return numberInLocale(control, number);
  return 'isUngrouped' in control
    ? numberInLocale(control, Math.round(number))
    : rounded().format(number);
}
