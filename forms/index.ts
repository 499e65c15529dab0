import type { Form } from '#core/form.ts';
import { items } from './items.ts';
import { products } from './products.ts';
import { pwausers } from './pwausers.ts';
import { ride } from './ride.ts';

/** The forms this deployment serves, in the order in which the first page lists them; a single one is the first page. */
export const forms: readonly [Form, ...Form[]] = [pwausers, ride, items, products];

export function formById(id: string): Form | undefined {
  return forms.find((form) => form.id === id);
}
