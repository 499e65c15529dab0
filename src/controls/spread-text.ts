import type { Control } from '#core/form/field.ts';
import type { Tally } from '#core/summary/tally.ts';
import type { responsesMessages } from '../messages/en/responses.ts';
import { formatRounded } from './rounded-number.ts';

/** The lowest, the median, the mean and the highest of the answers to a control, as a sentence. */
export function spreadText(
  control: Control,
  { min, median, mean, max, within }: NonNullable<Tally['numbers']>,
  { spread, spreadWithin }: typeof responsesMessages,
): string {
  const text = (number: number) => formatRounded(control, number);
  const all = spread(text(min), text(median), text(mean), text(max));
  return within === undefined ? all : spreadWithin(all, text(within));
}
