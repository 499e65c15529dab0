import { formatNumber } from '../number-format.ts';
import type { Messages } from '../namespaces.ts';

export const locationMessages: Messages['location'] = {
  useMine: 'استخدام موقعي',
  finding: 'جارٍ تحديد مكانك…',
  filledIn: (accuracy) => `أُدخل موقعك بدقة ${accuracy}.`,
  waiting: (accuracy, wanted) => `الدقة حتى الآن ${accuracy}. في انتظار ${wanted}…`,
  stopWaiting: 'استخدامه كما هو',
  latitude: 'خط العرض',
  longitude: 'خط الطول',
  pinFor: (label) => `دبوس لـ${label}`,
  notPlaced: 'لا دبوس بعد',
  zoomIn: 'تكبير',
  zoomOut: 'تصغير',
  help: (step) =>
    `انقر لوضع الدبوس. تحرّكه مفاتيح الأسهم بمقدار ${step}، واضغط Shift معها لخطوات أكبر. اضغط + أو − للتكبير والتصغير.`,
  makers: 'Natural Earth',
  noWebGl: 'لا يستطيع هذا المتصفح رسم الخريطة.',
  noMap: 'تعذّر تحميل الخريطة.',
  tryAgain: 'حاول من جديد',
  gestures: {
    zoomKey: 'اضغط Ctrl أثناء التمرير لتكبير الخريطة أو تصغيرها',
    macZoomKey: 'اضغط ⌘ أثناء التمرير لتكبير الخريطة أو تصغيرها',
    twoFingers: 'حرّك الخريطة بإصبعين',
  },
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
