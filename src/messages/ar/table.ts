import type { Messages } from '../namespaces.ts';

export const tableMessages: Messages['table'] = {
  timesIn: 'الأوقات بتوقيت',
  inZone: (zone) => `الأوقات بتوقيت \u2066${zone}\u2069.`,
  ofDevice: (zone) => `${zone} (هذا الجهاز)`,
  daysInUtc: 'تُحسب الأيام بتوقيت UTC.',
};
