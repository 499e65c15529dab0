import { formatNumber } from '../number-format.ts';
import type { Messages } from '../namespaces.ts';
import { counted, response } from './counted.ts';

export const tableMessages: Messages['table'] = {
  timesIn: 'الأوقات بتوقيت',
  inZone: (zone) => `الأوقات بتوقيت \u2066${zone}\u2069.`,
  ofDevice: (zone) => `${zone} (هذا الجهاز)`,
  daysInUtc: 'تُحسب الأيام بتوقيت UTC.',

  newOnes: (count) => `الجديد: ${counted(count, response)}.`,
  newAtLeast: (count) => `الجديد: ${counted(count, response)} على الأقل.`,
  showNew: 'أظهرها',

  printCharts: 'طباعة الرسوم البيانية',
  savePicture: 'حفظ كصورة',
  savePictureOf: (chart) => `حفظ كصورة: ${chart}`,
  noPicture: 'تعذّر إنشاء الصورة.',
  answeredByPage: 'ما أُجيب عنه، صفحة بصفحة',
  onlyWhatWasSent: 'من الأسئلة التي طُرحت، في ما أُرسل. لا يُحسب من لم يرسل شيئًا.',
  page: 'الصفحة',
  questionsAnswered: 'الأسئلة التي أُجيب عنها',
  answeredOf: (answered, relevant) => `${formatNumber(answered)} من ${formatNumber(relevant)}`,
  crossed: 'تقاطع سؤالين',
  crossedWith: (rows, across) => `${rows}، بحسب ${across}`,
  answerBoth: (both, all) =>
    `الردود المحمّلة: ${formatNumber(all)}، وأجاب عن السؤالين ${formatNumber(both)}.`,
  rows: 'الصفوف',
  columnsAcross: 'الأعمدة',
  all: 'الكل',
  sharesOfRow: 'النسب من كل صف.',
  inTheirWords: 'الإجابات بكلماتهم',
  question: 'السؤال',
  searchAnswers: 'البحث في الإجابات',
  answersFound: (found, all) =>
    found === all
      ? `الإجابات: ${formatNumber(all)}`
      : `الإجابات: ${formatNumber(found)} من ${formatNumber(all)}`,
  showMore: (count) => `أظهر ${formatNumber(count)} أخرى`,

  compact: 'صفوف متقاربة',
  pin: (column) => `إبقاء «${column}» ظاهرًا`,

  savedViews: 'طرق العرض المحفوظة',
  nameOfView: 'الاسم',
  saveView: 'حفظ طريقة العرض هذه',
  aboutViews:
    'تحفظ طريقة العرض البحث والتصفية والترتيب والأعمدة. تبقى على هذا الجهاز لك وحدك إلى أن تسجّل الخروج، ويعمل رابطها لكل من له دور في هذا النموذج.',
  viewNeedsName: 'أعطِ طريقة العرض اسمًا.',
  saved: (view) => `حُفظت «${view}».`,
  replaced: (view) => `استُبدلت «${view}».`,
  deleted: (view) => `حُذفت «${view}».`,
  deleteView: (view) => `حذف «${view}»`,
  copyLinkToView: (view) => `نسخ الرابط إلى «${view}»`,
  undo: 'تراجع',
};
