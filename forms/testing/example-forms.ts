import type { Form } from '#core/form/define-form.ts';
import { household } from '../household.ts';
import { items } from '../items.ts';
import { products } from '../products.ts';
import { pwausers } from '../pwausers.ts';
import { ride } from '../ride.ts';

/** The forms that came with the project, for tests: they stay when a deployment lists others. */
export const exampleForms: readonly [Form, ...Form[]] = [
  pwausers,
  ride,
  items,
  products,
  household,
];

export function exampleFormById(id: string): Form | undefined {
  return exampleForms.find((form) => form.id === id);
}
