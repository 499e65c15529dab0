import type { Messages } from '../namespaces.ts';

export const notFound: Messages['notFound'] = {
  heading: 'الصفحة غير موجودة',
  title: 'الصفحة غير موجودة',
  perhaps: 'ربما كُتب العنوان خطأً، أو أُزيل النموذج.',
  toFirst: 'عرض كل النماذج',
};
