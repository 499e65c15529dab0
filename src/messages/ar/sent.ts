import { issueMessages } from '#core/form/issue-messages.ts';
import type { Messages } from '../namespaces.ts';
import { issues } from './issues.ts';
import { problems } from './problems.ts';

/** Issues about the form as a whole, which the server words in English. */
const wholeForm = ['no-answers', 'unasked', 'changed'] as const;

export const sent: Messages['sent'] = {
  statuses: {
    saved: 'محفوظ على هذا الجهاز',
    sending: 'جارٍ الإرسال…',
    aside: 'لم يُسلَّم بعد: لم يتمكن الخادم من قبوله',
    'sign-in': 'محفوظ على هذا الجهاز حتى تسجّل الدخول',
    attention: 'يحتاج إلى انتباهك',
    delivered: 'سُلِّم',
  },
  changeKinds: {
    submit: 'إدخال جديد',
    revise: 'تعديل على إدخال',
    withdraw: 'سحب إدخال',
    restore: 'استعادة إدخال مسحوب',
    erase: 'حذف إدخال نهائيًا',
  },

  saved: 'حُفظ على هذا الجهاز',
  savedTitle: (form) => `حُفظ: ${form}`,
  another: 'ملء نموذج آخر',
  outbox: 'الصادر',
  noConnection: 'لا يوجد اتصال بالخادم',
  sentLater: 'سيُرسَل حالما يتوفر الاتصال، أو عندما تفتح التطبيق في المرة القادمة على أبعد تقدير.',
  triedLater: 'يبقى على هذا الجهاز، ويُحاوَل إرساله مجددًا تلقائيًا. وفي هذه الأثناء يُرسَل كل ما سواه.',
  tryNow: 'حاول الآن',
  signInToSend: 'سجّل الدخول لإرساله',
  anybodyHere: 'حتى ذلك الحين يستطيع كل من يستخدم هذا الجهاز أن يراه.',

  notSentYet: 'لم يُرسَل بعد',
  filledBefore: 'مُلئ هذا على هذا الجهاز قبل أن تسجّل الدخول',
  isItYours: (email) =>
    `راجع الإجابات. أرسلها باسم \u2068${email}\u2069 إذا كانت لك فقط، وإلا فاتركها هنا.`,
  sendAs: (email) => `إرسال باسم \u2068${email}\u2069`,
  leaveForNow: 'اتركه الآن',
  notClaimed: 'تعذّر على هذا الجهاز حفظه باسمك. لا يزال هنا: حاول من جديد.',

  delivered: 'تم التسليم',
  deliveredTitle: (form) => `تم التسليم: ${form}`,
  confirmation: 'التأكيد',
  mailTo: (address) => `نرسله إلى \u2068${address}\u2069`,
  sendAnother: 'إرسال إدخال آخر',
  changed: 'حُفظ تعديلك',
  changedTitle: (form) => `عُدّل: ${form}`,
  changedAt: 'وقت التعديل',
  seeEntry: 'عرض الإدخال',
  myEntries: 'إدخالاتي',
  yes: 'نعم',
  no: 'لا',
  comma: '، ',

  reasons: {
    invalid: 'صحّح ما ذُكر هنا، وسيُرسَل.',
    gone: 'حدث ذلك هنا أو على جهاز آخر. يمكن إرسال إجاباتك كإدخال جديد.',
    not_found: 'حُذف نهائيًا، هنا أو على جهاز آخر.',
    idempotency_key_reused: 'سُلِّم هذا الإدخال من قبل بإجابات أخرى، وتلك تبقى كما هي.',
    form_version_unknown: 'الخادم أقدم من هذا التطبيق، وسيلحق به: حاول لاحقًا.',
  },
  problems,
  issues: Object.fromEntries(wholeForm.map((why) => [issueMessages[why](), issues[why]('', {})])),
  nothingLost: 'لم يُفقد شيء: يبقى هنا حتى تقرر.',
  edit: 'تعديل',
  sendAsNew: 'إرسال كإدخال جديد',
  tryAgain: 'حاول من جديد',
  download: 'تنزيل',
  discard: 'تخلّص منه',

  attentionTitle: (form) => `يحتاج إلى انتباهك: ${form}`,
  changedElsewhere: 'عُدّل هذا الإدخال في مكان آخر',
  choose: 'إجابتك والتعديل الآخر مختلفان في السؤال نفسه. اختر ما يبقى.',
  nothingToChoose: 'التعديلان متوافقان. احفظ للإبقاء عليهما.',
  yours: 'إجابتك',
  theirs: 'عُدّل في مكان آخر',
  chooseOne: 'اختر إحدى الإجابتين',
  alsoChanged: 'عُدّل أيضًا في مكان آخر، ويبقى',
  nothing: '(لا إجابة)',
  removedQuestion: (name) => `\u2068${name}\u2069 (لم يعد يُسأل عنه)`,
  save: 'حفظ',
  discardYours: 'تخلّص من تعديلي',
};
