import { westernDigits } from '#core/values/characters.ts';
import { getOwn } from '#core/values/own-property.ts';

/** Letters that Unicode does not decompose, with the letters people type instead. */
const replacements: Readonly<Record<string, string>> = {
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
  // Phones write the curly apostrophe, keyboards the straight one.
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '‐': '-',
  '–': '-',
};
const foldable = new RegExp(`[${Object.keys(replacements).join('')}]`, 'g');

/** Folds case, accents and digits, so that text compares as people expect. */
export function foldText(text: string): string {
  return westernDigits(text)
    .normalize('NFKD')
    .replace(/[\p{Mark}\p{Default_Ignorable_Code_Point}]/gu, '')
    .toLowerCase()
    .replace(foldable, (it) => getOwn(replacements, it) ?? it);
}
