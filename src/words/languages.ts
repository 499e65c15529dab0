/** What the app speaks, by the languages' own names and the direction they are written in. */
export const languages = {
  en: { name: 'English', dir: 'ltr' },
  ar: { name: 'العربية', dir: 'rtl' },
} as const;

export type Language = keyof typeof languages;

export function isLanguage(it: string | null | undefined): it is Language {
  return it !== null && it !== undefined && Object.hasOwn(languages, it);
}

/** The first language of somebody's list that the app speaks. */
export function languageFor(wanted: readonly string[]): Language {
  return wanted.map(baseOf).find(isLanguage) ?? 'en';
}

/** As people write numbers and dates in that language where they live, as far as the browser tells. */
export function localeFor(language: Language, wanted: readonly string[]): string {
  return wanted.find((it) => baseOf(it) === language) ?? language;
}

/** `ar` of `ar-EG`. */
function baseOf(tag: string): string {
  return tag.split('-')[0] ?? tag;
}
