import type { Control } from '#core/form/field.ts';
import { formatAmount } from '../messages/currency-format.ts';
import { formatNumber, perLocale } from '../messages/number-format.ts';

const ungrouped = perLocale((it) => new Intl.NumberFormat(it, { useGrouping: false }));

/** A number as the reader's language writes it, without the unit of its control: `1,234.5`, `€12.50`, `2026`. */
export function numberInLocale(control: Control, number: number): string {
  if ('code' in control) return formatAmount(number, control.code);
  return 'isUngrouped' in control ? ungrouped().format(number) : formatNumber(number);
}
