/** What the app speaks, by the languages' own names. */
export const languages = { en: 'English', ar: 'العربية' } as const;

export type Language = keyof typeof languages;
