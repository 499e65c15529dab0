import { formatNumber } from '../number-format.ts';
import type { Messages } from '../namespaces.ts';

export const repeatMessages: Messages['repeat'] = {
  add: 'إضافة المزيد',
  numbered: (one, number) => `${one} ${formatNumber(number)}`,
  moveUp: (name) => `نقل ${name} إلى أعلى`,
  moveDown: (name) => `نقل ${name} إلى أسفل`,
  remove: (name) => `حذف ${name}`,
  undo: 'تراجع',
  removed: (name) => `حُذف: ${name}`,
  back: (name) => `استُعيد: ${name}`,
  moved: (name, position, count) =>
    `${name}: الترتيب الآن ${formatNumber(position)} من ${formatNumber(count)}`,
  most: (max) => `أضفت ${formatNumber(max)}، وهو الحد الأقصى.`,
  countFirst: (question) => `أجب أولًا عن «${question}».`,
  surplus: (count) =>
    count === 1
      ? 'محفوظ مع مسودتك واحد آخر لن يُرسل.'
      : `محفوظ مع مسودتك أيضًا ولن يُرسل: ${formatNumber(count)}.`,
};
