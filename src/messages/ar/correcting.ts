import type { correctingMessages as english } from '../en/correcting.ts';
import { formatNumber } from '../number-format.ts';

export const correctingMessages: typeof english = {
  correct: 'تصحيح الإجابات',
  title: (form) => `تصحيح الإجابات: ${form}`,
  lead: 'يرى صاحب الرد ما غيّرته وسبب التغيير، ولا يرى من أنت.',
  backToResponse: 'العودة إلى الرد',
  notFound: 'لم يعد هذا الرد موجودًا. ربما سحبه صاحبه.',
  notLoaded: 'تعذّر تحميل الرد.',
  filesStay: 'تبقى الملفات والأسئلة المرتبطة بها كما هي.',
  check: 'عرض ما سيتغيّر',
  checkHeading: 'ما تغيّره',
  reason: 'لماذا تغيّر هذا؟',
  reasonHint: 'يراه صاحب الرد.',
  reasonMissing: 'اذكر سبب التغيير.',
  reasonTooLong: (max) => `اكتب ${formatNumber(max)} حرفًا على الأكثر.`,
  save: 'حفظ التصحيح',
  goOn: 'متابعة التصحيح',
  nothingChanged: 'لم تغيّر أي إجابة.',
  saved: 'حُفظ على هذا الجهاز',
  savedHint: 'يُرسل التصحيح في أقرب وقت ممكن.',
  sent: 'صُحّح الرد',
  refused: 'لم يقبل الخادم التصحيح. انظر الصادر.',
  seeOutbox: 'عرض الصادر',
  waiting: 'هناك تصحيح محفوظ على هذا الجهاز لم يُرسل بعد.',
};
