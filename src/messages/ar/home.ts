import { formatNumber } from '../number-format.ts';
import type { Messages } from '../namespaces.ts';
import { counted, entry } from './counted.ts';

export const home: Messages['home'] = {
  heading: 'النماذج',
  lead: 'املأها في أي مكان. ما ترسله ينتظر على هذا الجهاز حتى يمكن تسليمه.',
  waiting: 'في الانتظار هنا',
  nothing: 'لا شيء',
  unread: 'لا يمكن قراءته الآن: وحدة التخزين في هذا الجهاز لا تستجيب',
  inOutbox: (count) => `${counted(count, entry)} في الصادر`,
  needYou: (count) => `، ويحتاج إلى انتباهك منها: ${formatNumber(count)}`,
  lastSent: 'آخر إرسال',
  never: 'لا شيء بعد',
  unknown: 'غير معروف على هذا الجهاز',
};
