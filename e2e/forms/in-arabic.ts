import type { FormTranslation } from '#core/form/translate-form.ts';
import { inGeneratedArabic } from './generated-arabic.ts';
import { forms } from './index.ts';
import { siteAssessmentInArabic } from './site/site-assessment-in-arabic.ts';

// Takes the place of `forms/in-arabic.ts` where the app is built for these forms.

/** One form is translated by hand, and the others by a small vocabulary. */
export const inArabic: { readonly [form: string]: FormTranslation } = {
  ...Object.fromEntries(forms.map((form) => [form.id, inGeneratedArabic(form)])),
  'site-assessment': siteAssessmentInArabic,
};
