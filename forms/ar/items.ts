import type { FormTranslation } from '#core/form/translate-form.ts';
import type { items } from '../items.ts';

const options = { pending: 'قيد الانتظار', done: 'منجز' };

export const itemsInArabic: FormTranslation<typeof items> = {
  title: 'أضف مهمة',
  introduction: 'شيء ينبغي إنجازه. يبقى في الانتظار حتى تقول إنه أُنجز.',
  action: 'أضف',
  fields: {
    title: { label: 'العنوان', noun: 'العنوان' },
    status: { label: 'الحالة', noun: 'الحالة', options },
  },
  receiptLabels: {
    userId: 'رقم المستخدم',
    itemId: 'رقم المهمة',
    title: 'العنوان',
    status: 'الحالة',
    ...options,
  },
};
