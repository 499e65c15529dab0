/**
 * `npm run verify -- merge`: two devices edit, add, remove, move and send the instances of a repeat, in every order of
 * five operations. Both must end alike, nothing may be lost, and only what both have touched may be a conflict.
 */
import { mistakesAfter, type Operation } from '#core/testing/concurrent-edits.ts';

const operations = ([0, 1] as const).flatMap((device) =>
  (['edit', 'add', 'remove', 'move', 'send'] as const).map((is) => ({ device, is })),
);
const length = 5;
const count = operations.length ** length;

const wrong = Array.from({ length: count }, (_, number) => {
  const sequence = sequenceOf(number);
  return { sequence, mistakes: mistakesAfter(sequence) };
}).filter(({ mistakes }) => mistakes.length > 0);

for (const { sequence, mistakes } of wrong.slice(0, 10))
  console.error(JSON.stringify(sequence), mistakes.join(' '));
process.stdout.write(`${count} orders of ${length} operations, ${wrong.length} with a mistake\n`);
process.exitCode = wrong.length > 0 ? 1 : 0;

/** The digits of its number say what is done, and to which instance. */
function sequenceOf(number: number): readonly Operation[] {
  return Array.from({ length }, (_, step) => {
    const digit = Math.floor(number / operations.length ** step) % operations.length;
    const { device, is } = operations[digit] ?? { device: 0, is: 'send' };
    return { device, is, at: step * 2 + (number % 3) };
  });
}
