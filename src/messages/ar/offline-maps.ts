import { formatNumber } from '../number-format.ts';
import type { Messages } from '../namespaces.ts';

export const offlineMapsMessages: Messages['offlineMaps'] = {
  heading: 'خرائط لوقت انقطاع الشبكة',
  measuring: (name) => `جارٍ معرفة حجم خريطة ${name}…`,
  keep: (name, size) => `احفظ خريطة ${name} على هذا الجهاز (نحو ${size})`,
  tryAgain: (name) => `حاول مجددًا حفظ خريطة ${name}`,
  loading: (name, part) => `جارٍ تحميل خريطة ${name}: ${formatNumber(part)}٪`,
  stop: 'أوقف',
  stopped: 'توقّف التحميل. لم يبق منها شيء على هذا الجهاز.',
  kept: (name, size) => `خريطة ${name} محفوظة على هذا الجهاز (${size}).`,
  remove: (name) => `أزل خريطة ${name}`,
  sure: (name) => `لحفظ خريطة ${name} من جديد تحتاج إلى شبكة.`,
  removeNow: 'أزلها',
  leave: 'اتركها',
  removed: (name) => `أُزيلت خريطة ${name}.`,
  problems: {
    'no-network': 'لا توجد شبكة. ما وصل محفوظ: تابع حين تتوفر شبكة.',
    refused: 'لم يرسل أصحاب الخريطة الخريطة. حاول لاحقًا.',
    'too-large': 'هذه الخريطة أكبر من أن تُحفظ. أخبر القائمين على هذا التطبيق من فضلك.',
    'no-room': 'لا توجد مساحة كافية على هذا الجهاز. أفرغ بعضها ثم تابع.',
    'no-answer': 'ذاكرة هذا الجهاز لا تستجيب. حاول مجددًا.',
    blocked: 'متصفحك لا يسمح لهذا التطبيق بحفظ أي شيء.',
  },
};
