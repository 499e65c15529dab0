import type { Messages } from '../namespaces.ts';

export const sharedViewsMessages: Messages['sharedViews'] = {
  share: 'مشاركة',
  shareView: (view) => `مشاركة «${view}»`,
  about:
    'يرى كل من له دور في هذا النموذج اسم طريقة العرض المشتركة وما تبحث عنه، ولا يجد إلا الردود المسموح له برؤيتها.',
  sharedBy: (who, when) => `شاركها \u2068${who}\u2069، \u2068${when}\u2069`,
  you: 'أنت',
  shared: (view) => `أصبحت «${view}» مشتركة مع كل من له دور في هذا النموذج.`,
  rename: 'إعادة تسمية',
  renameView: (view) => `إعادة تسمية «${view}»`,
  newNameOf: (view) => `الاسم الجديد لـ «${view}»`,
  saveName: 'حفظ الاسم',
  cancel: 'إلغاء',
  renamed: (view) => `اسمها الآن «${view}».`,
  stop: 'إيقاف المشاركة',
  stopView: (view) => `إيقاف المشاركة: «${view}»`,
  stopped: (view) => `لم تعد «${view}» مشتركة.`,
  notChanged: 'تحتاج المشاركة إلى شبكة، ولم تنجح الآن. أعد المحاولة لاحقًا.',
  notAllowed: 'لم يعد دورك في هذا النموذج يسمح بذلك.',
  refused: 'لم يقبله الخادم.',
  tooMany: (most) => `عدد طرق العرض المشتركة في هذا النموذج ${most}. أوقف مشاركة واحدة أولًا.`,
  notLoaded: 'تعذّر تحميل طرق العرض المشتركة.',
  asLastSeen: 'هذه كما رأيتها آخر مرة.',
  tryAgain: 'أعد المحاولة',
};
