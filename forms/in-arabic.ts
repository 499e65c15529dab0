import type { FormWords } from '#core/in-other-words.ts';
import { itemsInArabic } from './ar/items.ts';
import { productsInArabic } from './ar/products.ts';
import { pwausersInArabic } from './ar/pwausers.ts';
import { rideInArabic } from './ar/ride.ts';

/** By id, the forms that speak Arabic as well. The others are shown as they are. */
export const inArabic: { readonly [form: string]: FormWords } = {
  pwausers: pwausersInArabic,
  ride: rideInArabic,
  items: itemsInArabic,
  products: productsInArabic,
};
