import type { FormTranslation } from '#core/form/translate-form.ts';
import type { products } from '../products.ts';

const categories = {
  books: 'كتب',
  clothing: 'ملابس',
  garden: 'الحديقة',
  home: 'المنزل',
  other: 'شيء آخر',
};

export const productsInArabic: FormTranslation<typeof products> = {
  title: 'أضف منتجًا',
  introduction: 'ما هو، وإلى أي فئة ينتمي، وكم ثمنه.',
  action: 'أضف المنتج',
  fields: {
    name: { label: 'الاسم', noun: 'اسم المنتج' },
    description: { label: 'الوصف', noun: 'الوصف' },
    category: { label: 'الفئة', noun: 'الفئة', options: categories },
    price: { label: 'السعر', noun: 'السعر', unit: 'دولار أمريكي' },
    image: {
      label: 'رابط الصورة',
      noun: 'رابط الصورة',
      hint: 'عنوان على الويب يبدأ بـ \u200Ehttps://\u200E',
    },
  },
  receiptLabels: {
    ProductId: 'رقم المنتج',
    name: 'الاسم',
    category: 'الفئة',
    price: 'السعر',
    ...categories,
  },
};
