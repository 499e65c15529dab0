import { formatNumber } from '../number-format.ts';
import type { Messages } from '../namespaces.ts';

export const locationMessages: Messages['location'] = {
  useMine: 'استخدام موقعي',
  finding: 'جارٍ تحديد مكانك…',
  filledIn: 'أُدخل موقعك.',
  latitude: 'خط العرض',
  longitude: 'خط الطول',
  pinFor: (label) => `دبوس لـ${label}`,
  notPlaced: 'لا دبوس بعد',
  zoomIn: 'تكبير',
  zoomOut: 'تصغير',
  help: (scale) =>
    `انقر لوضع الدبوس. تحرّكه مفاتيح الأسهم، واضغط Shift معها لخطوات أكبر. اضغط + أو − للتكبير والتصغير. المسافة بين الخطوط ${scale}.`,
  unfound: {
    none: 'لا يستطيع هذا المتصفح تحديد مكانك. أدخل الإحداثيات بدلًا من ذلك.',
    refused: 'لا يُسمح لهذا التطبيق باستخدام موقعك. اسمح به في إعدادات متصفحك، أو أدخل الإحداثيات.',
    unavailable: 'لم يستطع جهازك تحديد مكانك. حاول من جديد في مكان مفتوح، أو أدخل الإحداثيات.',
    late: 'استغرق تحديد مكانك وقتًا طويلًا. حاول من جديد، أو أدخل الإحداثيات.',
  },
  north: 'شمالًا',
  south: 'جنوبًا',
  east: 'شرقًا',
  west: 'غربًا',
  metres: (size) => `${formatNumber(size)} م`,
  kilometres: (size) => `${formatNumber(size)} كم`,
  comma: '، ',
};
