import type { Messages } from '../namespaces.ts';

export const datesMessages: Messages['dates'] = {
  month: 'الشهر',
  year: 'السنة',
  chooseMonth: 'اختر شهرًا',
  zone: (offset) => `المنطقة الزمنية: \u2066UTC${offset}\u2069`,
};
