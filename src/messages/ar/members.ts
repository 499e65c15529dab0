import type { Messages } from '../namespaces.ts';

export const membersMessages: Messages['members'] = {
  heading: 'من يستطيع ماذا',
  about:
    'امنح الأشخاص دورًا في هذا النموذج بعنوان البريد الإلكتروني لحسابهم. يسري فور تسجيل دخولهم به، وينتهي فور أن تسحبه.',
  rights: {
    reader: 'يقرأ الردود وملفاتها والرسوم البيانية، ويصدّرها.',
    reviewer: 'يستطيع أيضًا القبول والرفض والإعادة إلى المُرسل.',
    owner: 'يستطيع أيضًا دعوة الأشخاص وتحرير المعلَّق ومنح الأدوار.',
  },
  roles: { reader: 'قارئ', reviewer: 'مراجع', owner: 'مالك' },
  people: 'أشخاص لهم دور',
  nobodyYet: 'لا أحد له دور في هذا النموذج بعد، سوى مالكي كل النماذج.',
  notLoaded: 'تعذّر تحميل من لهم دور.',
  tryAgain: 'أعد المحاولة',
  emailOfAccount: 'البريد الإلكتروني لحسابه',
  role: 'الدور',
  roleOf: (email) => `دور ${email}`,
  sees: 'يرى',
  all: 'كل الردود',
  onlyBy: (question) => `بعضها فقط، حسب: ${question}`,
  onlyWith: (question) => `بهذه الإجابات فقط: ${question}`,
  chooseOne: 'اختر إجابة واحدة على الأقل.',
  remove: (email) => `أزل ${email}`,
  give: 'منح دور',
  noAddress: 'أدخل عنوان بريد إلكتروني صحيحًا',
  given: (email, address) =>
    `يستطيع ${email} الآن تسجيل الدخول وفتح ${address}. لم يُرسل أي بريد: أعطه هذا العنوان.`,
  changed: (email, role) => `${email} الآن: ${role}.`,
  removed: (email) => `لم يعد لـ ${email} دور.`,
  undo: 'تراجع',
  notChanged: 'لم ينجح ذلك. تحقق من الشبكة والعنوان، ثم أعد المحاولة.',
  tooMany: 'لمئتي شخص دور في هذا النموذج. اسحب دورًا أولًا.',
};
