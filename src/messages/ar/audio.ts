import type { Messages } from '../namespaces.ts';

export const audioMessages: Messages['audio'] = {
  record: 'سجّل',
  starting: 'يبدأ التسجيل…',
  stop: 'أوقف التسجيل',
  chooseFiles: (several) => (several ? 'اختر تسجيلات' : 'اختر تسجيلًا'),
  time: (so, most) => `${so} من ${most}`,
  upTo: (length) => `كل تسجيل حتى ${length}`,
  level: 'مستوى الصوت',
  recording: 'جارٍ التسجيل.',
  soonOver: (length) => `جارٍ التسجيل. ينتهي بعد ${length}.`,
  silent: 'جارٍ التسجيل، لكن لا صوت يُسمع. هل الميكروفون مكتوم؟',
  cannotRecord: 'لا يستطيع هذا المتصفح التسجيل. اختر تسجيلًا من تطبيق آخر.',
  failed: {
    none: 'لم يُعثر على ميكروفون. وصّل واحدًا، أو اختر تسجيلًا.',
    refused: 'لا يُسمح لهذا التطبيق باستخدام الميكروفون. اسمح به في إعدادات المتصفح، أو اختر تسجيلًا.',
    busy: 'تطبيق آخر يستخدم الميكروفون. أغلقه ثم حاول مجددًا، أو اختر تسجيلًا.',
  },
};
