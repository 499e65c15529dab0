import { mulberry32 } from '../../tools/testing/mulberry32.ts';

/** Choices that are the same for the same seed. */
export type Random = {
  readonly isTrue: (chance: number) => boolean;
  /** A whole number, both ends included. */
  readonly from: (least: number, most: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  readonly uuid: () => string;
};

export function randomSource(seed: number): Random {
  // Neighbouring seeds would begin alike.
  const next = mulberry32(Math.imul(seed, 0x9e3779b1));
  const from = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    isTrue: (chance) => next() < chance,
    from,
    pick: (items) => {
      const item = items[from(0, items.length - 1)];
      if (item === undefined) throw new RangeError('Nothing to pick.');
      return item;
    },
    uuid: () =>
      '018f3c2e-7b1a-7000-8000-xxxxxxxxxxxx'.replaceAll('x', () => from(0, 15).toString(16)),
  };
}
