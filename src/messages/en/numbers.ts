import { formatNumber } from '../number-format.ts';

/** The controls in which a number is chosen: scales, ratings and sliders. */
export const numbersMessages = {
  stars: (count: number, max: number) =>
    `${formatNumber(count)} of ${formatNumber(max)} ${max === 1 ? 'star' : 'stars'}`,
  end: (number: number, meaning: string) => `${formatNumber(number)}: ${meaning}`,
  number: 'Number',
  notChosen: 'No answer yet',
};
