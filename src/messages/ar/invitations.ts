import type { Messages } from '../namespaces.ts';
import { formatNumber } from '../number-format.ts';
import { counted } from './counted.ts';

/** Used after a preposition. */
const invitee = {
  zero: 'لا أحد',
  one: 'شخص واحد',
  two: 'شخصين',
  few: 'أشخاص',
  many: 'شخصًا',
  other: 'شخص',
};

/** Used as an object. */
const link = {
  zero: 'لا روابط',
  one: 'رابط واحد',
  two: 'رابطين',
  few: 'روابط',
  many: 'رابطًا',
  other: 'رابط',
};

const day = {
  zero: 'لا أيام',
  one: 'يوم واحد',
  two: 'يومان',
  few: 'أيام',
  many: 'يومًا',
  other: 'يوم',
};

const mailsToSend = (count: number) => `رسائل ستُرسل: ${formatNumber(count)}.`;

export const invitationsMessages: Messages['invitations'] = {
  make: 'إنشاء روابط شخصية',
  aboutFile:
    'اختر ملف CSV فيه صف لكل شخص، وسيعود إليك وفي كل صف رابط. لا تُحفظ الروابط هنا: احتفظ بالملف، ولا تعطِ كل شخص إلا رابطه.',
  aboutColumns:
    'يسمّي الصف الأول الأعمدة. العمودان «name» و«email» يقولان لمن الرابط. وأي عمود آخر يعطي إجابة لا يستطيع أحد تغييرها: عنوانه سؤال من النموذج، أو «answer: name» إن كان اسم السؤال نفسه «name» أو «email».',
  chooseFile: 'اختر ملف CSV',
  notRead: 'لا يمكن استخدام هذا الملف. صحّح ما يلي واختره من جديد:',
  issues: {
    unreadable: 'فيه علامة اقتباس لم تُغلق، فلا يمكن قراءته.',
    empty: 'ليس فيه أحد: يسمّي الصف الأول الأعمدة، ويأتي الأشخاص تحته.',
    'too-many': `فيه أكثر من ${formatNumber(5000)} شخص. قسّمه.`,
    column: (column) => `لا سؤال يمكن لرابط أن يجيب عنه اسمه «${column}».`,
    email: (row) => `الصف ${formatNumber(row)}: هذا ليس عنوان بريد إلكتروني.`,
    answer: (row, label, why) => `الصف ${formatNumber(row)}، «${label}»: ${why}`,
  },
  found: (count) => `في الملف ${counted(count, invitee)}.`,
  given: (labels) => `تجيب الروابط عن: ${labels}`,
  validFor: 'مدة الصلاحية',
  days: (count) => counted(count, day),
  mailAtOnce: 'أرسل إلى كل شخص رابطه بالبريد',
  makeLinks: (count) => `إنشاء ${counted(count, link)}`,
  making: (count) => `يجري إنشاء الروابط: ${formatNumber(count)}`,
  made: (count) => `روابط أُنشئت: ${formatNumber(count)}. نُزّل الملف الذي فيه الروابط.`,
  mailsOnTheirWay: mailsToSend,
  notMade: (made, total) =>
    `لم تُنشأ كل الروابط: ${formatNumber(made)} من ${formatNumber(total)}. لن يُنشأ رابط مرتين إن حاولت من جديد.`,
  tryAgain: 'حاول من جديد',

  invited: 'المدعوّون',
  nobodyYet: 'لم يُدعَ أحد بعد.',
  notLoaded: 'تعذّر تحميل قائمة المدعوّين.',
  count: {
    answered: (count) => `أجابوا: ${formatNumber(count)}`,
    open: (count) => `لم يجيبوا: ${formatNumber(count)}`,
    expired: (count) => `انتهت صلاحيتها: ${formatNumber(count)}`,
    revoked: (count) => `أُلغيت: ${formatNumber(count)}`,
  },
  states: {
    answered: 'أجاب',
    open: 'لم يُجب',
    expired: 'انتهت الصلاحية',
    revoked: 'أُلغي الرابط',
  },
  name: 'الاسم',
  email: 'البريد الإلكتروني',
  state: 'الحالة',
  validUntil: 'صالح حتى',
  lastMail: 'آخر رسالة',
  link: 'الرابط',
  revoke: 'إلغاء الرابط',
  revokeFor: (who) => `إلغاء الرابط: ${who}`,
  revoked: (who) => `أُلغي رابط ${who}: لا يمكن إرسال شيء به.`,
  allow: 'السماح به من جديد',
  allowFor: (who) => `السماح به من جديد: رابط ${who}`,
  allowed: (who) => `يمكن استخدام رابط ${who} من جديد.`,
  usedMeanwhile: (who) => `استُخدم رابط ${who} في هذه الأثناء، فلم يُلغَ. الإدخال بين الردود.`,
  notSet: 'لم ينجح ذلك، وبقي الرابط كما كان. حاول من جديد.',
  aboutMail: 'في الرسالة الرابط ونص واحد للجميع. تصل كل شخص رسالة واحدة في اليوم على الأكثر.',
  mail: (count) => `أرسل رسالة إلى ${counted(count, invitee)}`,
  mailed: mailsToSend,
  hadOneToday: (count) => `وصلتهم رسالة اليوم: ${formatNumber(count)}.`,
  tooMany: (count) => `أكثر مما يُرسل في يوم واحد، فلم تُرسل: ${formatNumber(count)}. حاول غدًا.`,
  notMailed: (count) => `لم ينجح ذلك للجميع. ${mailsToSend(count)}`,
  showMore: 'عرض المزيد',
};
