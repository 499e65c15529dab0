import type { Form } from '#core/form/define-form.ts';
import { household } from './household.ts';
import { items } from './items.ts';
import { products } from './products.ts';
import { pwausers } from './pwausers.ts';
import { ride } from './ride.ts';

/** The forms of this deployment, in the order of the home page. If there is only one, it is the home page. */
export const forms: readonly [Form, ...Form[]] = [pwausers, ride, items, products, household];

export function formById(id: string): Form | undefined {
  return forms.find((form) => form.id === id);
}
