import type { FormTranslation } from '#core/form/translate-form.ts';
import { householdInArabic } from './ar/household.ts';
import { itemsInArabic } from './ar/items.ts';
import { productsInArabic } from './ar/products.ts';
import { pwausersInArabic } from './ar/pwausers.ts';
import { rideInArabic } from './ar/ride.ts';

/** Arabic translations, by form id. Forms without one are shown untranslated. */
export const inArabic: { readonly [form: string]: FormTranslation } = {
  pwausers: pwausersInArabic,
  ride: rideInArabic,
  items: itemsInArabic,
  products: productsInArabic,
  household: householdInArabic,
};
