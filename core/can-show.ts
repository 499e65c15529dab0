import type { Control } from './field.ts';

/** Whether an answer has the shape that a control shows, whatever else is wrong with it. */
export function canShow(control: Control, answer: unknown): boolean {
  if (control.is === 'checkbox') return typeof answer === 'boolean';
  if (control.is === 'choices')
    return Array.isArray(answer) && answer.every((it) => typeof it === 'string');
  if (control.is === 'location') return isPlace(answer);
  const isOfNumber = control.is === 'input' && control.type === 'number';
  return typeof answer === (isOfNumber ? 'number' : 'string');
}

function isPlace(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null) return false;
  const { Latitude, Longitude } = answer as { readonly [part: string]: unknown };
  return typeof Latitude === 'number' && typeof Longitude === 'number';
}
