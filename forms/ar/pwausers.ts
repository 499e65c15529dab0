import type { FormTranslation } from '#core/form/translate-form.ts';
import type { pwausers } from '../pwausers.ts';

export const pwausersInArabic: FormTranslation<typeof pwausers> = {
  title: 'انضم إلينا',
  introduction: 'عرّفنا بنفسك. لن يستغرق الأمر سوى دقيقة، ويعمل من دون اتصال.',
  action: 'انضم',
  fields: {
    fname: { label: 'الاسم الأول', noun: 'الاسم الأول' },
    lname: {
      label: 'اسم العائلة',
      noun: 'اسم العائلة',
      hint: 'إذا كان لك اسم واحد فقط فاكتبه في الخانتين.',
    },
    email: {
      label: 'البريد الإلكتروني',
      noun: 'البريد الإلكتروني',
      hint: 'فقط إذا كنت تود أن نراسلك.',
    },
    phone: {
      label: 'رقم الهاتف',
      noun: 'رقم الهاتف',
      hint: 'لرقم خارج المملكة المتحدة، أضف رمز البلد.',
    },
    source: {
      label: 'كيف سمعت عنا؟',
      noun: 'كيف سمعت عنا',
      options: {
        friend: 'من صديق',
        search: 'من محرك بحث',
        event: 'في إحدى الفعاليات',
        other: 'من مصدر آخر',
      },
    },
    news: {
      label: 'الأخبار',
      statement: 'أرسلوا إليّ الأخبار بالبريد الإلكتروني، مرة واحدة في الشهر على الأكثر',
    },
  },
  thanks: ({ answers }) => `شكرًا لانضمامك يا \u2068${(answers as { fname: string }).fname}\u2069.`,
};
