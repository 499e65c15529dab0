import { formatNumber } from '../number-format.ts';
import type { Messages } from '../namespaces.ts';
import { counted, star } from './counted.ts';

export const numbersMessages: Messages['numbers'] = {
  stars: (count, max) => `${counted(count, star)} من ${formatNumber(max)}`,
  end: (number, meaning) => `${formatNumber(number)}: \u2068${meaning}\u2069`,
  number: 'الرقم',
  notChosen: 'لا إجابة بعد',
};
