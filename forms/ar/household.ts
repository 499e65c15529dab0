import type { FormTranslation } from '#core/form/translate-form.ts';
import type { household } from '../household.ts';

const yesNo = { yes: 'نعم', no: 'لا' };

const governorates = {
  ajloun: 'عجلون',
  amman: 'عمّان',
  aqaba: 'العقبة',
  balqa: 'البلقاء',
  irbid: 'إربد',
  jerash: 'جرش',
  karak: 'الكرك',
  maan: 'معان',
  madaba: 'مادبا',
  mafraq: 'المفرق',
  tafilah: 'الطفيلة',
  zarqa: 'الزرقاء',
};

const work = {
  employed: 'يعمل بأجر',
  own: 'يعمل لحسابه',
  home: 'يعتني بالمنزل',
  studies: 'يدرس',
  looking: 'يبحث عن عمل',
  retired: 'متقاعد',
  other: 'شيء آخر',
};

const water = {
  pipe: 'الشبكة العامة',
  tanker: 'صهريج',
  bottle: 'عبوات',
  well: 'بئر أو ينبوع',
  rain: 'المطر',
  other: 'مصدر آخر',
  unknown: 'لا أعرف',
};

export const householdInArabic: FormTranslation<typeof household> = {
  title: 'استبيان الأسرة',
  introduction: 'أخبرنا من يعيش معك، وعن منزلك. يستغرق ذلك خمس دقائق.',
  action: 'أرسل',
  fields: {
    governorate: {
      label: 'في أي محافظة تعيش؟',
      noun: 'محافظتك',
      options: governorates,
    },
    town: { label: 'في أي بلدة، أو ما أقرب بلدة؟', noun: 'بلدتك' },
    since: { label: 'منذ أي سنة تعيش هناك؟', noun: 'السنة التي انتقلت فيها' },
    size: {
      label: 'كم شخصًا يعيش في أسرتك؟',
      noun: 'عدد أفراد أسرتك',
      hint: 'كل من ينام ويأكل هناك عادةً، مع الرُّضَّع، ومعك.',
    },
    people: {
      label: 'الأشخاص',
      one: 'شخص',
      fields: {
        name: { label: 'الاسم الأول' },
        age: {
          label: 'كم عمر {name|هذا الشخص}؟',
          noun: 'العمر',
          hint: 'بالسنوات: 0 للرضيع.',
        },
        school: { label: 'هل يذهب {name|هذا الشخص} إلى المدرسة؟', options: yesNo },
        work: { label: 'ماذا يفعل {name|هذا الشخص} معظم الوقت؟', options: work },
      },
    },
    summary: {
      label: 'حتى الآن',
      text: 'عدد الأشخاص: **{size|غير معروف}**، ومنهم دون الثامنة عشرة: {children|لا أحد}.',
    },
    bedrooms: { label: 'كم غرفة نوم في المنزل؟' },
    rent: { label: 'هل منزلك مستأجر؟', options: yesNo },
    price: { label: 'كم الإيجار في الشهر؟' },
    water: {
      label: 'من أين تأتي مياه الشرب؟',
      hint: 'اختر ثلاثة على الأكثر.',
      options: water,
    },
    boil: {
      label: 'قبل أن تشربها',
      text: 'مياه البئر أو الينبوع أو السطح آمنة بعد أن **تغلي دقيقة**.',
    },
    comments: { label: 'هل هناك شيء آخر ينبغي أن نعرفه؟' },
  },
  rules: [
    'راجع الأعمار: لا أحد في الثامنة عشرة أو أكبر',
    'أدخل عدد غرف النوم: لكل شخص أكثر من خمس غرف',
  ],
  pages: {
    governorate: { title: 'أين تعيش' },
    size: {
      title: 'من يعيش معك',
      guidance: 'يكفي الاسم الأول. لا نكشف هوية أحد في ما ننشره.',
    },
    summary: { title: 'منزلك' },
    comments: { title: 'شيء آخر' },
  },
  thanks: ({ answers }) => `شكرًا لك. عدد الأشخاص المسجلين: ${(answers as { size: number }).size}.`,
  nextStep: 'يمكنك تغيير إجاباتك في «إدخالاتي» كلما تغير شيء.',
};
