import type { optionsMessages as english } from '../en/options.ts';
import { formatNumber } from '../number-format.ts';
import { counted, found, option } from './counted.ts';

export const optionsMessages: typeof english = {
  sayWhich: 'اذكر ما هو',
  typeToFind: 'اكتب لتجده في القائمة.',
  search: 'ابحث في هذه الخيارات',
  loading: 'يجري تحميل القائمة…',
  notLoaded: 'تعذّر تحميل القائمة.',
  tryAgain: 'حاول مجددًا',
  noneFound: 'لا نتائج',
  noneYet: 'لا خيارات بعد. أجب عن الأسئلة السابقة أولًا.',
  found: (count) => counted(count, found),
  foundMore: (shown, count) =>
    `أول ${formatNumber(shown)} من ${formatNumber(count)}. اكتب المزيد لتجد غيرها.`,
  chooseFrom: (min, max) => `اختر من ${formatNumber(min)} إلى ${formatNumber(max)}.`,
  chooseExactly: (count) => `اختر ${counted(count, option)}.`,
  chooseUpTo: (max) => `اختر ${counted(max, option)} على الأكثر.`,
  chooseAtLeast: (min) => `اختر ${counted(min, option)} على الأقل.`,
  clear: 'امحُ اختياراتي',
  unranked: 'لم ترتّبها بعد.',
  keepOrder: 'هذا الترتيب صحيح',
  moveUp: (label) => `ارفع ${label}`,
  moveDown: (label) => `أنزل ${label}`,
  nowAt: (label, rank, count) =>
    `أصبح ${label} رقم ${formatNumber(rank)} من ${formatNumber(count)}`,
};
