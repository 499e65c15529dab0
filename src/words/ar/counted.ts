import { numberInWords } from '../formats.ts';

/** A noun in the forms Arabic has for how many there are. One and two need no number. */
type Noun = {
  readonly zero: string;
  readonly one: string;
  readonly two: string;
  /** 3 to 10, 103 to 110, and so on. */
  readonly few: string;
  /** 11 to 99, 111 to 199. */
  readonly many: string;
  /** Whole hundreds, and fractions. */
  readonly other: string;
};

const plurals = new Intl.PluralRules('ar');

/** `counted(3, entry)`: so many of them. */
export function counted(count: number, noun: Noun): string {
  const form = plurals.select(count);
  const words = noun[form];
  return form === 'zero' || form === 'one' || form === 'two'
    ? words
    : `${numberInWords(count)} ${words}`;
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

export const place: Noun = {
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

/** After a preposition, where two of them have another ending. */
export const character: Noun = {
  zero: 'أي حرف',
  one: 'حرف واحد',
  two: 'حرفين',
  few: 'أحرف',
  many: 'حرفًا',
  other: 'حرف',
};
