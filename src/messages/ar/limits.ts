import type { Messages } from '../namespaces.ts';

export const limitsMessages: Messages['limits'] = {
  opensOn: (time) => `يُفتح في ${time}`,
  closedOn: (time) => `أُغلق في ${time}`,
  comeBack: 'يمكنك ملء هذا النموذج من ذلك الوقت.',
  noMore: 'لم يعد هذا النموذج يقبل إجابات.',
  draftIsKept: 'ما ملأته حتى الآن محفوظ على هذا الجهاز.',
  myEntries: 'إدخالاتي',
  left: (left, max) => `بقي ${left} من ${max}`,
  full: 'اكتمل',
  // The label may be in another direction than the text after it.
  withSeats: (label, note) => `\u2068${label}\u2069 – ${note}`,
  entriesLeft: (left, max) => `بقي ${left} من ${max} من الإدخالات.`,
  isFull: (max) =>
    `اكتمل هذا النموذج: أُرسلت كل الإدخالات وعددها ${max}. يقبل إدخالًا آخر إذا سحب أحدهم إدخاله.`,
  noMoreOfYours: 'أرسلت كل ما يقبله هذا النموذج من شخص واحد من إدخالات.',
  seats: 'المقاعد',
  entriesTaken: 'الإدخالات',
  taken: (taken, max) => `${taken} من ${max}`,
  takenFull: (taken, max) => `${taken} من ${max} · اكتمل`,
  aboutSeats: 'الإدخالات المسحوبة والمعلّقة لا تشغل مقعدًا.',
  notRead: 'تعذّر تحميل عدد المقاعد المشغولة.',
  nowFull: (labels) => `اكتمل: ${labels}`,
};
