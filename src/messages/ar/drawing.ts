import { formatNumber } from '../number-format.ts';
import type { Messages } from '../namespaces.ts';
import { counted, point } from './counted.ts';

export const drawingMessages: Messages['drawing'] = {
  help: (step) =>
    `انقر لإضافة نقطة. تحرّك مفاتيح الأسهم النقطة التالية بمقدار ${step}، واضغط Shift معها لخطوات أكبر. اضغط Enter لإضافتها، و+ أو − للتكبير والتصغير.`,
  add: 'أضف هذه النقطة',
  removeLast: 'احذف آخر نقطة',
  undo: 'أعدها',
  soFar: (count, size) => `${counted(count, point)}، ${size}`,
  full: (count, size) => `${counted(count, point)}، ${size}. لا مزيد: احذف واحدة لإضافة غيرها.`,
  squareMetres: (size) => `${formatNumber(size)} م²`,
  hectares: (size) => `${formatNumber(size)} هكتار`,
  squareKilometres: (size) => `${formatNumber(size)} كم²`,
};
