import { issueMessages } from '#core/form/issue-messages.ts';
import type { Messages } from '../namespaces.ts';
import { issues } from './issues.ts';
import { optionIsFull } from '#core/limits/seats.ts';
import { problems } from './problems.ts';

/** Issues about the form as a whole, which the server words in English. */
const wholeForm = ['no-answers', 'unasked', 'changed'] as const;

export const sent: Messages['sent'] = {
  statuses: {
    saved: 'محفوظ على هذا الجهاز',
    sending: 'جارٍ الإرسال…',
    aside: 'لم يُرسل بعد: لم يتمكن الخادم من قبوله',
    'sign-in': 'محفوظ على هذا الجهاز حتى تسجّل الدخول',
    attention: 'يحتاج إلى انتباهك',
    delivered: 'أُرسل',
  },
  changeKinds: {
    submit: 'إدخال جديد',
    revise: 'إدخال معدّل',
    withdraw: 'إدخال سيُسحب',
    restore: 'إدخال سيُستعاد',
    erase: 'إدخال سيُمحى نهائيًا',
  },

  saved: 'حُفظ على هذا الجهاز',
  savedTitle: (form) => `حُفظ: ${form}`,
  another: 'ملء نموذج آخر',
  outbox: 'الصادر',
  noConnection: 'تعذّر الوصول إلى الخادم',
  sentLater: 'سنرسله عندما تتصل بالإنترنت من جديد، أو في المرة القادمة التي تفتح فيها التطبيق.',
  triedLater:
    'يبقى على هذا الجهاز، ويواصل التطبيق محاولة إرساله. وفي هذه الأثناء تُرسَل إدخالاتك الأخرى.',
  tryNow: 'حاول الآن',
  signInToSend: 'سجّل الدخول لإرساله',
  anybodyHere: 'حتى ذلك الحين يستطيع كل من يستخدم هذا الجهاز أن يراه.',

  notSentYet: 'لم يُرسَل بعد',
  filledBefore: 'مُلئ هذا على هذا الجهاز قبل أن تسجّل الدخول',
  isItYours: (email) =>
    `راجع الإجابات. أرسلها باسم \u2068${email}\u2069 إذا كانت لك فقط، وإلا فاتركها هنا.`,
  sendAs: (email) => `إرسال باسم \u2068${email}\u2069`,
  leaveForNow: 'ليس الآن',
  notClaimed: 'تعذّر حفظ هذا الإدخال باسمك. لا يزال على هذا الجهاز. حاول من جديد.',

  delivered: 'تم الإرسال',
  deliveredTitle: (form) => `تم الإرسال: ${form}`,
  confirmation: 'التأكيد',
  mailTo: (address) => `سنرسله بالبريد إلى \u2068${address}\u2069`,
  mailToTyped: (address) =>
    `إلى \u2068${address}\u2069. تصلك أولًا رسالة تسأل هل هذا العنوان لك. وإن لم تصل، فإن ما أرسلته قد وصل مع ذلك.`,
  form: 'النموذج',
  reference: 'الرقم المرجعي',
  sentAs: 'المُرسِل',
  nextStep: 'ما التالي',
  whatYouSent: 'ما أرسلته',
  print: 'طباعة',
  sendAnother: 'ملء نموذج آخر',
  changed: 'حُفظت التعديلات',
  changedTitle: (form) => `حُفظت التعديلات: ${form}`,
  changedAt: 'وقت التعديل',
  seeEntry: 'عرض الإدخال',
  myEntries: 'إدخالاتي',
  yes: 'نعم',
  no: 'لا',
  comma: '، ',

  reasons: {
    invalid: 'صحّح الإجابات أدناه، ثم أرسله من جديد.',
    gone: 'سُحب هنا أو على جهاز آخر. يمكنك إرسال إجاباتك كإدخال جديد.',
    not_found: 'مُحي هنا أو على جهاز آخر.',
    idempotency_key_reused: 'أُرسل هذا الإدخال من قبل بإجابات أخرى، وتلك تبقى كما هي.',
    form_version_unknown: 'لا يعرف الخادم هذا الإصدار من النموذج بعد. حاول لاحقًا.',
    not_open_yet: 'تبقى إجاباتك على هذا الجهاز. أرسلها حين يُفتح النموذج.',
    closed: 'لم يُرسَل إدخالك. تبقى إجاباتك على هذا الجهاز، ويمكنك تنزيلها لتُظهر ما أردت إرساله.',
    full: 'سبقك آخرون ولم يُرسَل إدخالك. تبقى إجاباتك على هذا الجهاز: اختر شيئًا آخر فيه مكان، أو حاول لاحقًا فقد ينسحب أحد.',
    limit_reached:
      'لم يُرسَل هذا الإدخال. يمكنك سحب إدخال آخر لتفسح له مكانًا، أو تعديل ذلك الإدخال بدلًا منه.',
    invitation_used:
      'استُخدم رابطك الشخصي لإدخال آخر، ربما على جهاز آخر. افتح الرابط من جديد لتراه وتعدّله. تبقى إجاباتك على هذا الجهاز ويمكنك تنزيلها.',
    invitation_expired:
      'لم يُرسَل إدخالك. اطلب رابطًا جديدًا ممن أرسل إليك هذا الرابط. تبقى إجاباتك على هذا الجهاز ويمكنك تنزيلها.',
    invitation_revoked:
      'لم يُرسَل إدخالك: ألغى الرابطَ من أرسله إليك. اسأله إن ظننت أن في الأمر خطأ. تبقى إجاباتك على هذا الجهاز ويمكنك تنزيلها.',
    invitation_invalid:
      'لم يُرسَل إدخالك. افتح الرابط من جديد كما وصلك، أو اطلب رابطًا جديدًا. تبقى إجاباتك على هذا الجهاز ويمكنك تنزيلها.',
    invitation_required:
      'لم يُرسَل إدخالك. افتح الرابط الشخصي الذي وصلك. تبقى إجاباتك على هذا الجهاز ويمكنك تنزيلها.',
  },
  problems,
  issues: {
    ...Object.fromEntries(wholeForm.map((why) => [issueMessages[why](), issues[why]('', {})])),
    [optionIsFull]: 'ما اخترته ممتلئ: اختر شيئًا آخر.',
  },
  nothingLost: 'لم يُفقد شيء. يبقى على هذا الجهاز حتى تقرر ما تفعله.',
  filesGone: 'الملفات التي وصلت ذهبت مع الإدخال القديم. أضفها من جديد إن كانت مطلوبة:',
  inNewerForm:
    'فيه الآن إجابات عن إصدار أحدث من هذا النموذج. بعد تحديث التطبيق يمكنك أن تختار ما تُبقيه.',
  edit: 'تعديل',
  sendAsNew: 'إرسال كإدخال جديد',
  tryAgain: 'حاول من جديد',
  download: 'تنزيل',
  discard: 'تخلّص منه',

  attentionTitle: (form) => `يحتاج إلى انتباهك: ${form}`,
  changedElsewhere: 'عُدّل هذا الإدخال في مكان آخر',
  choose: 'إجابتك والتعديل الآخر مختلفان في السؤال نفسه. اختر ما يبقى.',
  nothingToChoose: 'لا تعارض بين التعديلين. احفظ للإبقاء عليهما معًا.',
  yours: 'إجابتك',
  theirs: 'عُدّل في مكان آخر',
  chooseOne: 'اختر إحدى الإجابتين',
  alsoChanged: 'عُدّل أيضًا في مكان آخر (ويبقى)',
  nothing: '(لا إجابة)',
  notAnswered: 'بلا إجابة',
  removedQuestion: (name) => `\u2068${name}\u2069 (لم يعد يُسأل عنه)`,
  save: 'حفظ',
  discardYours: 'تخلّص من تعديلاتي',
};
