import { formatNumber } from '../number-format.ts';
import type { Messages } from '../namespaces.ts';

export const onHoldMessages: Messages['onHold'] = {
  onHold: (count) => `معلّقة (${count})`,
  atLeast: (count) => `${formatNumber(count)}+`,
  about:
    'أُرسلت دون حساب وبطريقة غير معتادة: ربما أرسلها برنامج لا شخص. لا تدخل في أي عدد أو رسم بياني أو تصدير حتى تعتمدها. ولا يُبلَّغ أحد بذلك.',
  reasons: {
    'device-rate': 'أرسل جهاز واحد الكثير في هذه الساعة',
    'range-rate': 'أرسلت شبكة واحدة الكثير في هذه الساعة',
    'form-rate': 'وصل إلى النموذج الكثير في هذه الساعة',
    'too-fast': 'مُلئ في أقل من ثانية',
    honeypot: 'مُلئ حقل لا يراه أحد',
    puzzle: 'لم يرسله هذا التطبيق كالمعتاد',
  },
  release: 'اعتماد',
  erase: 'محو',
  releaseAll: 'اعتماد الكل',
  eraseAll: 'محو الكل',
  eraseForGood: 'محو نهائي',
  keep: 'إبقاء',
  working: 'جارٍ العمل…',
  notDone: 'لم ينجح ذلك. لم يتغير شيء آخر.',
  full: (count) => `اكتمل النموذج. لا تزال معلّقة: ${count}`,
  notLoaded: 'تعذّر تحميل الإدخالات المعلّقة.',
};
