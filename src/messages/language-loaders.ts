import type { Language } from './languages.ts';
import type { Locale } from './locale.ts';

/** Languages other than English, each loaded on demand. */
export const languageLoaders: {
  readonly [Other in Exclude<Language, 'en'>]: () => Promise<Locale>;
} = {
  ar: async () => (await import('./ar/arabic.ts')).arabic,
};
