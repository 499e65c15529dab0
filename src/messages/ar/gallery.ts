import type { Messages } from '../namespaces.ts';
import { counted, file } from './counted.ts';

export const galleryMessages: Messages['gallery'] = {
  files: 'ملفات الردود',
  none: 'لا ملفات في هذه الردود.',
  notArrived: 'لم يصل بعد',
  ofResponse: (reference, received) => `${reference}، ${received}`,
  showMore: (count) => `أظهر المزيد: ${counted(count, file)}`,

  saveAll: 'كل الملفات في ملف ZIP',
  aboutAll: 'في ملف ZIP مجلد لكل رد، وقائمة بكل الملفات. ما لم يصل بعد يُذكر في القائمة فقط.',
  listing: 'يجري البحث عن الملفات…',
  saving: (progress, bytes) => `يجري حفظ الملفات: ${progress} (${bytes})`,
  cancel: 'إلغاء',
  paused: 'انقطعت الشبكة، أو لم يجب الخادم',
  keptSoFar: 'ما حُفظ حتى الآن باقٍ.',
  goOn: 'متابعة',
  nothing: 'لا ملفات لحفظها.',
  tooMany: (size, most) =>
    `حجم هذه الملفات ${size}، وهذا المتصفح يحفظ ${most} دفعة واحدة. اختر أيامًا أقل في التصفية، أو استعمل Chrome أو Edge على حاسوب.`,
  notSaved: 'تعذر حفظ الملف. هل القرص ممتلئ؟',
  cancelled: 'أُلغي. لم يُحفظ أي ملف.',
  saved: (count) => `حُفظ: ${counted(count, file)}.`,
  leftOut: (count) => `لم يعد موجودًا، ويُذكر في القائمة فقط: ${counted(count, file)}.`,
};
