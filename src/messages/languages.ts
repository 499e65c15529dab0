/** The app's languages, by their own names. */
export const languages = { en: 'English', ar: 'العربية' } as const;

export type Language = keyof typeof languages;
