import type { FormTranslation } from '#core/form/translate-form.ts';
import type { items } from '../items.ts';

const options = { pending: 'قيد الانتظار', done: 'منجز' };

export const itemsInArabic: FormTranslation<typeof items> = {
  title: 'أضف مهمة',
  introduction: 'أضف شيئًا إلى قائمة مهامك.',
  action: 'أضف',
  fields: {
    title: { label: 'العنوان', noun: 'العنوان' },
    status: { label: 'الحالة', noun: 'الحالة', options },
  },
  thanks: ({ answers }) => `أُضيفت المهمة «\u2068${(answers as { title: string }).title}\u2069».`,
};
