import { formatNumber } from '../number-format.ts';
import type { Messages } from '../namespaces.ts';
import { counted, entry } from './counted.ts';

export const home: Messages['home'] = {
  heading: 'النماذج',
  lead: 'املأ أي نموذج، حتى من دون اتصال. نرسل إجاباتك عندما تتصل بالإنترنت من جديد.',
  search: 'البحث في النماذج',
  found: (count) => `النماذج التي عُثر عليها: ${formatNumber(count)}`,
  count: (count) => `عدد النماذج: ${formatNumber(count)}`,
  noMatches: 'لا نتائج',
  recent: 'مُلئت مؤخرًا',
  other: 'نماذج أخرى',
  waiting: (count) => `في انتظار الإرسال: ${counted(count, entry)}`,
  needYou: (count) => `، ويحتاج إلى انتباهك منها: ${formatNumber(count)}`,
  lastSent: 'آخر إرسال',
};
