import { formatNumber } from '../number-format.ts';

/** The control of questions that are asked several times. */
export const repeatMessages = {
  add: 'Add another',
  /** The name of an instance, from its position: `Person 2`. */
  numbered: (one: string, number: number) => `${one} ${formatNumber(number)}`,
  moveUp: (name: string) => `Move ${name} up`,
  moveDown: (name: string) => `Move ${name} down`,
  remove: (name: string) => `Remove ${name}`,
  undo: 'Undo',
  removed: (name: string) => `${name} removed`,
  back: (name: string) => `${name} is back`,
  moved: (name: string, position: number, count: number) =>
    `${name} is now number ${formatNumber(position)} of ${formatNumber(count)}`,
  most: (max: number) => `You have added ${formatNumber(max)}, which is the most.`,
  countFirst: (question: string) => `Answer “${question}” first.`,
  surplus: (count: number) =>
    count === 1
      ? 'One more is kept with your draft, but not sent.'
      : `${formatNumber(count)} more are kept with your draft, but not sent.`,
};
