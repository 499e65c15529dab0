import type { versionsMessages as english } from '../en/versions.ts';
import { formatNumber } from '../number-format.ts';

export const versionsMessages: typeof english = {
  show: 'عرض ما تغيّر',
  loading: 'جارٍ التحميل…',
  none: 'لا توجد نسخ سابقة.',
  more: 'عرض نسخ أقدم',
  tryAgain: 'إعادة المحاولة',
  version: (number) => `النسخة ${formatNumber(number)}`,
  current: 'الحالية',
  sent: 'أُرسل',
  changedByYou: 'عدّلته أنت',
  changedByAuthor: 'عدّله صاحبه',
  correctedByTeam: 'صحّحه الفريق',
  correctedBy: (owner) => `صحّحه ${owner}`,
  changedQuestions: (labels) => `تغيّر: ${labels}`,
  nothingChanged: 'لم تتغيّر أي إجابة.',
  unknownChanges: 'لم يعد معروفًا ما الذي تغيّر هنا.',
  before: 'قبل',
  after: 'بعد',
  removedQuestion: (name) => `${name} (لم يعد يُسأل)`,
  notAnswered: 'دون إجابة',
  restore: 'استعادة هذه النسخة',
  restoreHint: 'يفتح النموذج بهذه الإجابات. لا يتغيّر شيء حتى ترسله.',
  filesGone: (count) =>
    count === 1
      ? 'أُزيل ملف واحد من هذه النسخة، ولم يعد موجودًا.'
      : `ملفات هذه النسخة التي أُزيلت ولم تعد موجودة: ${formatNumber(count)}.`,
  versions: 'النسخ',
};
