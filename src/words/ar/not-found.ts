import type { Rooms } from '../rooms.ts';

export const notFound: Rooms['notFound'] = {
  heading: 'لا توجد صفحة كهذه',
  title: 'الصفحة غير موجودة',
  perhaps: 'ربما كُتب العنوان خطأً، أو أُزيل النموذج.',
  toFirst: 'إلى الصفحة الأولى',
};
