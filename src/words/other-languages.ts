import type { Language } from './languages.ts';
import type { Speech } from './speech.ts';

/** What is not English is loaded by those who want it. */
export const otherLanguages: {
  readonly [Other in Exclude<Language, 'en'>]: () => Promise<Speech>;
} = {
  ar: async () => (await import('./ar/arabic.ts')).arabic,
};
