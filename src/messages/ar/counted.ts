import { formatNumber } from '../number-format.ts';

/** A noun in each of Arabic's plural forms. One and two need no number. */
type Noun = {
  readonly zero: string;
  readonly one: string;
  readonly two: string;
  /** 3 to 10, 103 to 110, and so on. */
  readonly few: string;
  /** 11 to 99, 111 to 199, and so on. */
  readonly many: string;
  /** Whole hundreds, and fractions. */
  readonly other: string;
};

const plurals = new Intl.PluralRules('ar');

/** `counted(3, entry)`: a number with its noun. */
export function counted(count: number, noun: Noun): string {
  const form = plurals.select(count);
  const nounForm = noun[form];
  return form === 'zero' || form === 'one' || form === 'two'
    ? nounForm
    : `${formatNumber(count)} ${nounForm}`;
}

export const entry: Noun = {
  zero: 'لا شيء',
  one: 'إدخال واحد',
  two: 'إدخالان',
  few: 'إدخالات',
  many: 'إدخالًا',
  other: 'إدخال',
};

export const response: Noun = {
  zero: 'لا ردود',
  one: 'رد واحد',
  two: 'ردان',
  few: 'ردود',
  many: 'ردًا',
  other: 'رد',
};

export const person: Noun = {
  zero: 'لم يجب أحد',
  one: 'أجاب شخص واحد',
  two: 'أجاب شخصان',
  few: 'أشخاص أجابوا',
  many: 'شخصًا أجابوا',
  other: 'شخص أجابوا',
};

export const location: Noun = {
  zero: 'لا أماكن',
  one: 'مكان واحد',
  two: 'مكانان',
  few: 'أماكن',
  many: 'مكانًا',
  other: 'مكان',
};

export const filter: Noun = {
  zero: 'لا عوامل تصفية',
  one: 'عامل تصفية واحد',
  two: 'عاملا تصفية',
  few: 'عوامل تصفية',
  many: 'عامل تصفية',
  other: 'عامل تصفية',
};

export const found: Noun = {
  zero: 'لا نتائج',
  one: 'نتيجة واحدة',
  two: 'نتيجتان',
  few: 'نتائج',
  many: 'نتيجة',
  other: 'نتيجة',
};

/** The object of a verb, where the dual has another ending. */
export const option: Noun = {
  zero: 'لا شيء',
  one: 'خيارًا واحدًا',
  two: 'خيارين',
  few: 'خيارات',
  many: 'خيارًا',
  other: 'خيار',
};

/** Used after a preposition, where the dual has another ending. */
export const character: Noun = {
  zero: 'أي حرف',
  one: 'حرف واحد',
  two: 'حرفين',
  few: 'أحرف',
  many: 'حرفًا',
  other: 'حرف',
};

export const star: Noun = {
  zero: 'لا نجوم',
  one: 'نجمة واحدة',
  two: 'نجمتان',
  few: 'نجوم',
  many: 'نجمة',
  other: 'نجمة',
};

/** Used after a preposition. */
export const word: Noun = {
  zero: 'أي كلمة',
  one: 'كلمة واحدة',
  two: 'كلمتين',
  few: 'كلمات',
  many: 'كلمة',
  other: 'كلمة',
};

/** Used after a preposition. */
export const digit: Noun = {
  zero: 'أي رقم',
  one: 'رقم واحد',
  two: 'رقمين',
  few: 'أرقام',
  many: 'رقمًا',
  other: 'رقم',
};

/** Used after a number or a preposition. */
export const file: Noun = {
  zero: 'أي ملف',
  one: 'ملف واحد',
  two: 'ملفين',
  few: 'ملفات',
  many: 'ملفًا',
  other: 'ملف',
};

export const point: Noun = {
  zero: 'لا نقاط',
  one: 'نقطة واحدة',
  two: 'نقطتان',
  few: 'نقاط',
  many: 'نقطة',
  other: 'نقطة',
};
