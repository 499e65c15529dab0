import { formatNumber } from '../number-format.ts';
import type { Messages } from '../namespaces.ts';

export const commentingMessages: Messages['commenting'] = {
  comments: 'التعليقات',
  lead: 'يمكن لكل من له دور في هذا النموذج قراءتها. ولا يراها من أرسل الرد أبدًا.',
  write: 'اكتب تعليقًا',
  missing: 'اكتب شيئًا أولًا.',
  tooLong: (max) => `اكتب ${formatNumber(max)} حرفًا على الأكثر.`,
  add: 'إضافة التعليق',
  saved: 'حُفظ على هذا الجهاز، وسيُرسل في أقرب وقت.',
  sent: 'أُرسل.',
  notSaved: 'لم ينجح ذلك. تعليقك ما زال في المربع.',
  notTakenBack: 'لم ينجح ذلك. ما زال التعليق موجودًا.',
  waiting: 'حُفظ على هذا الجهاز ولم يُرسل بعد',
  refused: 'لم يقبله الخادم.',
  seeOutbox: 'عرض الصادر',
  by: (author, version) => `${author}، عن الإصدار ${version}`,
  you: 'أنت',
  takeBack: 'التراجع عن هذا التعليق',
  discard: 'تجاهل هذا التعليق',
  discarded: 'تم تجاهله، وعاد إلى المربع.',
  takenBackByYou: 'تراجعت عنه.',
  takenBackBy: (who) => `تراجع عنه ${who}.`,
  keep: 'أبقِه رغم ذلك',
  none: 'لا تعليقات بعد.',
};
