import { expect, test } from 'vitest';
import { takeTurn } from './take-turn.ts';

test('the next turn begins when the one before it has ended', async () => {
  const order: string[] = [];
  const turn = async (name: string) => {
    await using _turn = await takeTurn('test');
    order.push(`${name} begins`);
    await new Promise(setImmediate);
    order.push(`${name} ends`);
  };
  await Promise.all([turn('one'), turn('other')]);
  expect(order).toEqual(['one begins', 'one ends', 'other begins', 'other ends']);
});

test('turns of different names do not wait for each other', async () => {
  await using _one = await takeTurn('one');
  await using _other = await takeTurn('other');
});
