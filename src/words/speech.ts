import { createContext, use } from 'react';
import type { Form } from '#core/form.ts';
import type { Language } from './languages.ts';
import type { Rooms } from './rooms.ts';

/** How the app speaks at the moment. */
export type Speech = {
  readonly language: Language;
  readonly dir: 'ltr' | 'rtl';
  /** Everything it says, unless that is English, which comes with each page. */
  readonly rooms?: Rooms;
  /** A form in this language, if it has words in it. */
  readonly form: (form: Form) => Form;
};

export const english: Speech = { language: 'en', dir: 'ltr', form: (it) => it };

export const SpeechContext = createContext(english);

/** What one room of the app says. */
export function useWords<Name extends keyof Rooms>(
  room: Name,
  inEnglish: Rooms[Name],
): Rooms[Name] {
  return use(SpeechContext).rooms?.[room] ?? inEnglish;
}
