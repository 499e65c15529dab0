import { createContext, use, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { languageLoaders } from '../../messages/language-loaders.ts';
import type { Language } from '../../messages/languages.ts';
import { english, LocaleContext, type Locale } from '../../messages/locale.ts';

/** The language on paper, which may be another than the page's. */
export type PaperLanguage = {
  readonly locale: Locale;
  /** The form in this language, as far as it is translated. */
  readonly form: Form;
  /** For numbers, dates and times: the page's own, with its region, if both are the same language. */
  readonly lang: string;
};

export const PaperContext = createContext<PaperLanguage | undefined>(undefined);

/** Inside of what is printed: its language, and the form in it. */
export function usePaper(): PaperLanguage {
  const paper = use(PaperContext);
  if (!paper) throw new Error('Entries are printed inside a PaperContext.');
  return paper;
}

/** @param form in the language of the page */
export function usePaperLanguage(form: Form) {
  const current = use(LocaleContext);
  const [chosen, setChosen] = useState(current.language);
  const { value, retry } = useLoaded<PaperLanguage>(
    {
      now: () =>
        chosen === current.language
          ? { locale: current, form, lang: document.documentElement.lang }
          : undefined,
      async load() {
        const locale = await loadLanguage(chosen);
        return { locale, form: await locale.form(form.original ?? form), lang: chosen };
      },
    },
    `${current.language} ${chosen}`,
  );
  return { language: value, chosen, choose: setChosen, retry };
}

async function loadLanguage(language: Language): Promise<Locale> {
  return language === 'en' ? english : languageLoaders[language]();
}
