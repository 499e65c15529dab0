import type { Messages } from '../namespaces.ts';

export const notFound: Messages['notFound'] = {
  heading: 'لا توجد صفحة كهذه',
  title: 'الصفحة غير موجودة',
  perhaps: 'ربما كُتب العنوان خطأً، أو أُزيل النموذج.',
  toFirst: 'إلى الصفحة الأولى',
};
