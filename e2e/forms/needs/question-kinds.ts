import { choice, number } from '#core/fields/index.ts';
import { yesNo, yesNoRefused } from '../usual-options.ts';

/** A question that is answered with yes or no. */
export function isTrue(label: string) {
  return choice({ label, options: yesNo });
}

/** The same, if somebody may not know or not want to say. */
export function mayBeTrue(label: string) {
  return choice({ label, options: yesNoRefused });
}

/** How many people or things. */
export function count(label: string, max = 500) {
  return number({ label, whole: true, min: 0, max });
}

/** How many of the last seven days. */
export function days(label: string) {
  return number({ label, whole: true, min: 0, max: 7, unit: 'days' });
}

/** The sum of what is known. */
export function sumOf(...numbers: readonly (number | undefined)[]): number {
  return numbers.reduce((sum: number, it) => sum + (it ?? 0), 0);
}
