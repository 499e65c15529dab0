import { formatNumber } from '../number-format.ts';
import type { Messages } from '../namespaces.ts';
import { counted, response } from './counted.ts';

export const reviewingMessages: Messages['reviewing'] = {
  review: 'المراجعة',
  note: 'ملاحظة إلى صاحب الرد',
  noteHint: 'يراها من أرسل هذا الرد، ولا يرى من كتبها.',
  noteMissing: 'اذكر ما ينبغي تغييره.',
  noteTooLong: (max) => `اكتب ${formatNumber(max)} حرفًا على الأكثر.`,
  approve: 'قبول',
  reject: 'رفض',
  sendBack: 'إعادة إلى صاحبه',
  takeBack: 'التراجع عن المراجعة',
  saved: 'حُفظ على هذا الجهاز، وسيُرسل في أقرب وقت.',
  sent: 'أُرسل.',
  notSaved: 'لم ينجح ذلك. لم يتغير شيء.',
  waiting: 'حُفظ على هذا الجهاز ولم يُرسل بعد',
  refused: 'لم يقبل الخادم مراجعتك. انظر الصادر.',
  afterCorrection: 'يمكنك مراجعة هذا الرد بعد إرسال تصحيحك.',
  seeOutbox: 'عرض الصادر',
  reviews: 'المراجعات',
  by: (reviewer, version) => `${reviewer}، الإصدار ${version}`,

  choose: (when) => `اختيار الرد الذي وصل في ${when}`,
  choosePage: 'اختيار كل ما في هذه الصفحة',
  chooseRows: 'اختر صفوفًا لقبولها أو رفضها معًا.',
  chosenResponses: 'الردود المختارة',
  chosen: (count) => `المختار: ${counted(count, response)}`,
  approveChosen: (count) => `قبول ${formatNumber(count)}`,
  rejectChosen: (count) => `رفض ${formatNumber(count)}`,
  printChosen: (count) => `طباعة ${formatNumber(count)}`,
  chooseNone: 'إلغاء الاختيار',
  working: 'جارٍ الحفظ…',
  done: (count, state) => `${counted(count, response)}: ${state}`,
  undo: 'تراجع',
  undone: 'تم التراجع.',
};
