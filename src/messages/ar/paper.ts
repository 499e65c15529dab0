import { formatNumber } from '../number-format.ts';
import type { Messages } from '../namespaces.ts';
import { counted, entry } from './counted.ts';

export const paperMessages: Messages['paper'] = {
  title: (form) => `طباعة: ${form}`,
  about: 'اختر طابعة في النافذة التالية، أو «حفظ كملف PDF». يبدأ كل إدخال في ورقة جديدة.',
  language: 'اللغة على الورق',
  languageNotLoaded: 'تعذر تحميل هذه اللغة',
  tryAgain: 'حاول مجددًا',
  print: 'طباعة',
  waitingForPictures: 'بانتظار الصور…',
  back: 'رجوع',
  entries: (count) => counted(count, entry),
  entriesOf: (first, last, most) =>
    `الإدخالات من ${formatNumber(first)} إلى ${formatNumber(last)}. الحد الأقصى للطباعة دفعة واحدة: ${formatNumber(most)}.`,
  next: (most) => `التالي: ${formatNumber(most)}`,
  previous: (most) => `السابق: ${formatNumber(most)}`,
  loading: (count) => `يجري التحميل: ${formatNumber(count)} حتى الآن`,
  nothing: 'لا شيء للطباعة.',
  choiceLost: 'لم يعد معروفًا أي الردود اختيرت. عد إلى الجدول واخترها مجددًا.',
  incomplete: 'غير مكتمل: لم تكن كل الإدخالات قد حُمّلت عند الطباعة.',
  question: 'السؤال',
  reference: 'المرجع',
};
