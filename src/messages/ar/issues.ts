import { fractionWithin, type IssueMessages, type Limits } from '#core/form/issue-messages.ts';
import { formatNumber } from '../number-format.ts';
import { formatDay, formatMonth } from '../date-format.ts';
import { addressMessages } from './address.ts';
import { character, counted, digit, option, word } from './counted.ts';

/** Validation messages in Arabic. */
export const issues: IssueMessages = {
  enter: (it) => `أدخل ${it}`,
  choose: (it) => `اختر ${it}`,
  unlisted: (it) => `اختر ${it} من القائمة`,
  'too-few': (it, { min }) => `اختر ${counted(Number(min), option)} على الأقل في ${it}`,
  'too-many': (it, { max }) => `اختر ${counted(Number(max), option)} على الأكثر في ${it}`,
  'not-alone': (it) => `اختر ${it} من جديد: أحد الخيارات لا يجتمع مع غيره`,
  'no-text-for-option': (it) => `اذكر ما تقصده في ${it}`,
  'every-row': (it) => `اختر إجابة في كل صف من ${it}`,
  'rank-all': (it) => `اختر ترتيب ${it}`,
  unticked: (statement) => `ضع علامة في المربع «${statement}» للمتابعة`,
  'no-text': (it) => `أدخل ${it} كنص`,
  'many-marks': (it) => `أدخل ${it} بعلامات تشكيل أقل على كل حرف`,
  damaged: (it) => `أدخل ${it} من جديد: فيه رموز تالفة تظهر هكذا «\uFFFD» أو لا تظهر أصلًا`,
  'too-short': (it, { min }) => `أدخل ${it} في ${counted(Number(min), character)} على الأقل`,
  'too-long': (it, { max, length }) =>
    `أدخل ${it} في ${counted(Number(max), character)} على الأكثر: فيه الآن ${counted(Number(length), character)}`,
  'too-big': (it, { over }) =>
    `اختصر ${it} بمقدار ${counted(Number(over), character)} على الأقل: الإجابات معًا أكبر من المساحة المتاحة`,
  'no-email': (it) => `أدخل ${it} بصيغة مثل ${ltr('name@example.com')}`,
  'no-phone': (it) => `أدخل ${it} بصيغة مثل ${ltr('01632 960 001')} أو ${ltr('+44 808 157 0192')}`,
  'no-country': (it) => `أدخل ${it} مع علامة + ورمز البلد، مثل ${ltr('+44 808 157 0192')}`,
  'no-url': (it) => `أدخل ${it} بصيغة مثل ${ltr('https://example.com/page')}`,
  insecure: (it) => `أدخل ${it} بحيث يبدأ بـ ${ltr('https://')} وليس ${ltr('http://')}`,
  'no-host': (it) =>
    `أدخل ${it} بحيث لا يكون بين النقاط إلا حروف من أبجدية واحدة وأرقام وشرطات، مثل ${ltr('example.com')}`,
  'no-port': (it) => `أدخل ${it} برقم منفذ من ${ltr('1')} إلى ${ltr('65535')}، أو من دونه`,
  'no-date': (it) => `أدخل ${it} كتاريخ صحيح، مثل ${ltr('2026-03-31')}`,
  'too-early': (it, { min }) => `أدخل ${it} كتاريخ لا يسبق ${formatDay(String(min))}`,
  'too-late': (it, { max }) => `أدخل ${it} كتاريخ لا يتجاوز ${formatDay(String(max))}`,
  'no-number': (it, limits) =>
    `أدخل ${it} ${limits.whole ? 'كعدد صحيح' : 'كرقم'}${rangeText(limits)}${exampleOf(limits)}`,
  'two-numbers': (it, { whole }) =>
    `أدخل ${it} دون فاصل بين الآلاف، مثل ${ltr('1234')}${whole ? '' : ` أو ${ltr('1.234')}`}`,
  'too-precise': (it, { decimals }) =>
    `أدخل ${it} بما لا يزيد على ${counted(Number(decimals), digit)} بعد الفاصلة`,
  'off-step': (it, { step, min }) =>
    `أدخل ${it} بخطوات من ${formatNumber(Number(step))} بدءًا من ${formatNumber(Number(min))}`,
  'no-year': (it, { min, max }) => `أدخل ${it} كسنة من ${ltr(String(min))} إلى ${ltr(String(max))}`,
  'no-time': (it) => `أدخل ${it} كوقت، مثل ${ltr('14:30')}`,
  'no-month': (it) => `أدخل ${it} بالشهر والسنة، مثل مارس ${ltr('2026')}`,
  'no-date-time': (it) => `أدخل ${it} بالتاريخ والوقت`,
  'before-first': (it, { min }) => `أدخل ${it} بحيث لا يسبق ${momentText(min)}`,
  'after-last': (it, { max }) => `أدخل ${it} بحيث لا يتجاوز ${momentText(max)}`,
  'too-wordy': (it, { max, length }) =>
    `أدخل ${it} في ${counted(Number(max), word)} على الأكثر: فيه الآن ${counted(Number(length), word)}`,
  refused: (it, { refused }) => refused ?? `أدخل ${it} بالصيغة الصحيحة`,
  'no-part': (it, { parts = [] }) =>
    `أدخل في ${it}: ${parts.map((part) => addressMessages[part]).join('، ')}`,
  'no-address': (it) => `أرسل ${it} ككائن من أجزاء العنوان`,
  'no-metadata': (it) => `احذف ${it}، أو أرسله بالصيغة الصحيحة`,
  'no-latitude': (it) => `أدخل خط العرض لـ${it} بالدرجات من ${ltr('-90')} إلى ${ltr('90')}`,
  'no-longitude': (it) => `أدخل خط الطول لـ${it} بالدرجات من ${ltr('-180')} إلى ${ltr('180')}`,
  'no-coordinates': (it) =>
    `أدخل خط العرض لـ${it} بالدرجات من ${ltr('-90')} إلى ${ltr('90')}، وخط الطول بالدرجات من ${ltr('-180')} إلى ${ltr('180')}`,
  'no-drawing': (it) => `أرسل ${it} بصيغة GeoJSON وبلا ثقوب`,
  'no-location': (it) => `اختر ${it} بخط عرض وخط طول`,
  'few-instances': (it, { min, over }) =>
    over === min
      ? `أضف إلى ${it} ما لا يقل عن ${formatNumber(Number(min))}`
      : `أضف إلى ${it} ${formatNumber(Number(over))} بعد: المطلوب ${formatNumber(Number(min))}`,
  'many-instances': (it, { max, over }) =>
    `احذف من ${it} ${formatNumber(Number(over))}: الحد الأقصى ${formatNumber(Number(max))}`,
  'no-instances': (it) => `أرسل ${it} كقائمة من الكائنات`,
  'no-instance-id': (it) => `أعطِ كل كائن في ${it} معرّفًا فريدًا خاصًا به`,
  add: (it) => `أضف ${it}`,
  'no-file': (it) => `أرسل ${it} كقائمة من الملفات، لكل منها معرّف خاص به`,
  'wrong-file': (it) => `استبدل ملفات ${it}: أحدها كبير جدًا أو فارغ أو من نوع آخر`,
  'no-answers': () => 'أرسل الإجابات ككائن من أسماء الحقول وقيمها',
  unasked: () => 'احذف هذا: النموذج لا يطلبه',
  changed: () => 'تغيّر النموذج منذ أن ملأته: راجع إجاباتك ثم أرسلها من جديد',
};

/** A month such as `2026-03`, or a time. */
function momentText(moment: Limits['min']): string {
  const text = String(moment);
  return text.includes('-') ? formatMonth(text) : ltr(text);
}

function rangeText({ min, max }: Limits): string {
  const [from, to] = [min, max].map((it) => (it === undefined ? '' : formatNumber(Number(it))));
  if (from && to) return ` من ${from} إلى ${to}`;
  if (from) return ` لا يقل عن ${from}`;
  return to ? ` لا يزيد على ${to}` : '';
}

function exampleOf(limits: Limits): string {
  const example = fractionWithin(limits);
  return example === undefined ? '' : `، مثل ${ltr(String(example))}`;
}

/** Keeps its left-to-right order, whatever surrounds it. */
function ltr(text: string): string {
  return `\u2066${text}\u2069`;
}
