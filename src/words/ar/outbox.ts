import type { Rooms } from '../rooms.ts';
import { counted, entry } from './counted.ts';

export const outbox: Rooms['outbox'] = {
  heading: 'الصادر',
  lead: 'ما أرسلته ولم يُسلَّم بعد. يبقى على هذا الجهاز حتى يُسلَّم.',
  signInToSee: 'سجّل الدخول لترى ما ينتظر.',
  signIn: 'تسجيل الدخول',
  signInToSend: 'سجّل الدخول لإرسال ما ينتظر',
  sessionEnded: 'انتهت جلستك.',
  discarded: 'تم التخلص منه',
  undo: 'تراجع',
  nothingWaits: 'لا شيء ينتظر: سُلِّم كل شيء.',
  sendNow: 'إرسال الآن',
  export: 'تصدير ما ينتظر',
  deliveredLast: 'آخر ما سُلِّم',
  answered: 'إجاباتك',
  edit: 'تعديل',
  discard: 'تخلّص منه',
  noConnection: 'لا يوجد اتصال بالخادم',
  nextAttempt: (time) => `المحاولة القادمة في الساعة ${time}، أو حالما تعود الشبكة.`,
  almostFull: 'هذا الجهاز يكاد يمتلئ',
  makeRoom: 'أرسل ما ينتظر، أو صدّره إلى ملف، قبل أن تملأ المزيد.',
  import: 'استيراد من ملف',
  imported: (count) => `أُخذ من الملف: ${counted(count, entry)}`,
  notImported: {
    'not-an-outbox': 'هذا الملف ليس تصديرًا من الصادر. لم يؤخذ منه شيء.',
    'of-somebody-else': 'في هذا الملف إدخالات شخص آخر. سجّل الدخول باسمه لإرسالها. لم يؤخذ منه شيء.',
    'no-room': 'لا توجد على هذا الجهاز مساحة لما في الملف.',
  },
};
