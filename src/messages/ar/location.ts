import { formatNumber } from '../number-format.ts';
import type { Messages } from '../namespaces.ts';

export const locationMessages: Messages['location'] = {
  useMine: 'استخدام موقعي',
  finding: 'جارٍ تحديد مكانك…',
  filledIn: 'أُدخل موقعك.',
  latitude: 'خط العرض',
  longitude: 'خط الطول',
  pinFor: (label) => `دبوس لـ${label}`,
  notPlaced: 'لم يوضع بعد',
  zoomIn: 'تكبير',
  zoomOut: 'تصغير',
  help: (scale) =>
    `انقر على الخريطة لوضع الدبوس، أو حرّكه بمفاتيح الأسهم: مع Shift عشرة أضعاف المسافة، و+ و− للتكبير والتصغير. المسافة بين الخطوط ${scale}.`,
  unfound: {
    none: 'لا يستطيع هذا المتصفح تحديد مكانك. أدخل الأرقام بدلًا من ذلك.',
    refused: 'لا يُسمح لهذا الموقع بطلب مكانك. اسمح به في إعدادات متصفحك، أو أدخل الأرقام.',
    unavailable: 'لم يستطع جهازك تحديد مكانك. حاول من جديد في مكان مفتوح، أو أدخل الأرقام.',
    late: 'استغرق تحديد مكانك وقتًا طويلًا. حاول من جديد، أو أدخل الأرقام.',
  },
  north: 'شمالًا',
  south: 'جنوبًا',
  east: 'شرقًا',
  west: 'غربًا',
  metres: (size) => `${formatNumber(size)} م`,
  kilometres: (size) => `${formatNumber(size)} كم`,
  comma: '، ',
};
