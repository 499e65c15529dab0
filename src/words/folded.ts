import { westernDigits } from '#core/fields/characters.ts';
import { own } from '#core/own.ts';

/** What is written with another, and has no accent that could be taken off. */
const others: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  đ: 'd',
  ɖ: 'd',
  ħ: 'h',
  ı: 'i',
  ĸ: 'k',
  ł: 'l',
  ŋ: 'ng',
  ø: 'o',
  ŧ: 't',
  ə: 'e',
  ς: 'σ',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ٱ: 'ا',
  ة: 'ه',
  ـ: '',
  // As phones write them by themselves, and keyboards do not.
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '‐': '-',
  '–': '-',
};
const letters = new RegExp(`[${Object.keys(others).join('')}]`, 'g');

/** As people compare words: capital or not, with or without accents, in whichever digits. */
export function folded(text: string): string {
  return westernDigits(text)
    .normalize('NFKD')
    .replace(/[\p{Mark}\p{Default_Ignorable_Code_Point}]/gu, '')
    .toLowerCase()
    .replace(letters, (it) => own(others, it) ?? it);
}
