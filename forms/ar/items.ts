import type { FormWords } from '#core/in-other-words.ts';
import type { items } from '../items.ts';

const options = { pending: 'قيد الانتظار', done: 'منجز' };

export const itemsInArabic: FormWords<typeof items> = {
  title: 'أضف مهمة',
  introduction: 'شيء ينبغي إنجازه. يبقى في الانتظار حتى تقول إنه أُنجز.',
  action: 'أضف',
  fields: {
    title: { label: 'العنوان', noun: 'العنوان' },
    status: { label: 'الحالة', noun: 'الحالة', options },
  },
  receiptWords: {
    userId: 'رقم المستخدم',
    itemId: 'رقم المهمة',
    title: 'العنوان',
    status: 'الحالة',
    ...options,
  },
};
