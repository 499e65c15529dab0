import { createContext, use } from 'react';
import type { Form } from '#core/form/define-form.ts';
import type { ListedForm } from '#core/form/listed-form.ts';
import type { Language } from './languages.ts';
import type { Messages } from './namespaces.ts';

type FormList = readonly ListedForm[];

/** The language in use. */
export type Locale = {
  readonly language: Language;
  readonly dir: 'ltr' | 'rtl';
  /** All messages, unless the language is English, which is built into each page. */
  readonly messages?: Messages;
  /** The form in this language, if it has a translation. The same one each time. */
  readonly form: (form: Form) => Form | Promise<Form>;
  /** The list of forms in this language, as far as they have translations. */
  readonly list: (forms: readonly ListedForm[]) => FormList | Promise<FormList>;
};

export const english: Locale = { language: 'en', dir: 'ltr', form: (it) => it, list: (it) => it };

export const LocaleContext = createContext(english);

/** The messages of one namespace. */
export function useMessages<Name extends keyof Messages>(
  namespace: Name,
  inEnglish: Messages[Name],
): Messages[Name] {
  return use(LocaleContext).messages?.[namespace] ?? inEnglish;
}
