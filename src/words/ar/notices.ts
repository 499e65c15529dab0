import type { Rooms } from '../rooms.ts';
import { character, counted, entry } from './counted.ts';
import { problems } from './problems.ts';

const kept = 'ما كتبته لا يزال في هذه الصفحة.';

export const notices: Rooms['notices'] = {
  problem: 'هناك مشكلة',
  onlineOnly: 'لا يمكن إرسال هذا النموذج إلا وأنت متصل بالإنترنت',
  whyOnlineOnly: 'يطلب ما لا ينبغي أن يبقى على جهاز، لذلك لا يُحفظ منه شيء هنا.',
  noRoom: 'لم تعد هناك مساحة على هذا الجهاز',
  whyNoRoom: 'ما تكتبه موجود في هذه الصفحة وحدها. أرسله قبل أن تغلق الصفحة.',
  noAnswer: 'وحدة التخزين في هذا الجهاز لا تستجيب',
  whatToDo:
    'لا يمكن الآن قراءة ما على هذا الجهاز. لم يُفقد شيء، وتُعاد المحاولة تلقائيًا. إن استمر ذلك، فأغلق علامات التبويب الأخرى لهذا التطبيق، أو أعد تحميل هذه الصفحة.',
  whyNoAnswer:
    'ما تكتبه موجود الآن في هذه الصفحة وحدها، وتُعاد المحاولة تلقائيًا. إن استمر ذلك، فأغلق علامات التبويب الأخرى لهذا التطبيق، وأرسله قبل أن تغلق هذه الصفحة.',
  inAnotherTab: 'هذه المسودة مفتوحة في علامة تبويب أخرى',
  whyInAnotherTab:
    'ما تكتبه هنا موجود في هذه الصفحة وحدها. تابع في علامة التبويب الأخرى، أو أرسله من هنا.',
  found: 'كتبت هذا من قبل ولم ترسله',
  goOn: 'تابع، أو أفرغ النموذج.',
  signedIn: 'سجّلت الدخول.',
  unclaimed: (count) =>
    `مُلئ على هذا الجهاز قبل أن تسجّل الدخول: ${counted(count, entry)}. لم يُرسَل بعد.`,
  seeUnclaimed: 'راجع ثم أرسل',
  later: 'لاحقًا',
  checkAnswers: 'سجّلت الدخول. راجع إجاباتك ثم أرسلها.',
  notDeliveredYet: 'لم يُسلَّم بعد',
  notDelivered: 'لم يُسلَّم',
  kept,
  signInToSend: `سجّل الدخول لإرسال هذا. ${kept}`,
  withdrawn: 'سُحب هذا الإدخال',
  withdrawnKept: `لا يمكن إرساله من جديد كما هو. ${kept}`,
  deliveredBefore: 'سُلِّم هذا الإدخال من قبل، بإجابات أخرى',
  deliveredKept: `ما سُلِّم يبقى كما هو. ${kept}`,
  because: (title) => `${title}. ${kept}`,
  problems,
  seeEntries: 'عرض إدخالاتي',
  leaving: 'هناك ما لم يُسلَّم بعد',
  whatWaits: (count) =>
    `في الانتظار على هذا الجهاز: ${counted(count, entry)}. لا يستطيع أي شخص آخر يستخدم هذا الجهاز أن يراه أو يرسله.`,
  sending: 'جارٍ الإرسال…',
  notAllSent: 'تعذّر إرسال كل شيء. احفظه للمرة القادمة، أو ابقَ مسجّل الدخول.',
  keepIt: 'احفظه للمرة القادمة',
  sendNow: 'أرسله الآن',
  discard: 'تخلّص منه نهائيًا',
  stay: 'ابقَ مسجّل الدخول',
  waitsFor: (count, email) => `في انتظار \u2068${email}\u2069: ${counted(count, entry)}`,
  signInToSendIt: 'سجّل الدخول لإرسالها',
  most: (max) => `يمكنك إدخال ${counted(max, character)} على الأكثر.`,
  left: (count) => `المتبقي: ${counted(count, character)}.`,
  tooMany: (count) => `زيادة على الحد: ${counted(count, character)}.`,
};
