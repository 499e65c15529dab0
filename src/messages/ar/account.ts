import { formatNumber } from '../number-format.ts';
import type { Messages } from '../namespaces.ts';
import { counted, entry } from './counted.ts';

export const account: Messages['account'] = {
  heading: 'الحساب',
  signInToSee: 'سجّل الدخول لترى حسابك.',
  signIn: 'تسجيل الدخول',
  email: 'البريد الإلكتروني',
  waiting: 'في الانتظار على هذا الجهاز',
  outbox: 'الصادر',
  role: 'الدور',
  owner: 'مالك: يمكنك قراءة ردود الجميع',

  everywhere: 'تسجيل الخروج من كل مكان',
  aboutEverywhere:
    'ينهي جلساتك على جميع الأجهزة، وهذا الجهاز منها. وقد يستمر جهاز استُخدم للتو حتى 15 دقيقة.',
  staysHere: 'ما لم ترسله بعد يبقى على هذا الجهاز حتى تعود، ولا يبقى هنا شيء آخر يخصّك.',
  signingOut: 'جارٍ تسجيل الخروج…',
  notSignedOut: 'تعذّر الوصول إلى خدمة تسجيل الدخول. لم يُسجَّل أي خروج.',

  password: 'تغيير كلمة المرور',
  current: 'كلمة المرور الحالية',
  new: 'كلمة المرور الجديدة',
  change: 'تغيير كلمة المرور',
  changing: 'جارٍ التغيير…',
  changed: 'تغيّرت كلمة المرور.',
  oldNeeded: 'أدخل كلمة المرور الحالية',
  newNeeded: 'أدخل كلمة مرور جديدة',
  notChanged: {
    unreachable: 'تعذّر تغيير كلمة المرور. تحقق من اتصالك، ثم حاول من جديد.',
    'wrong-password': 'كلمة المرور الحالية غير صحيحة.',
    'weak-password': 'كلمة المرور الجديدة أقصر أو أبسط مما ينبغي.',
    'too-often': 'جرت محاولات كثيرة. حاول من جديد بعد قليل.',
  },

  everything: 'كل شيء عنك',
  aboutEverything: 'حسابك، وجميع إدخالاتك، وما ينتظر على هذا الجهاز، في ملف واحد.',
  download: 'تنزيل كل شيء عني',
  getting: 'جارٍ جلب إدخالاتك…',
  soFar: (count) => `حتى الآن: ${counted(count, entry)}`,
  notEverything: 'تعذّر جلب كل شيء، لذلك لم يُحفظ شيء. حاول من جديد.',
  inFile: (count) => `حُفظ في ملف. فيه: ${counted(count, entry)}`,

  erase: 'امحُ بياناتي',
  aboutErasing:
    'يمحو إجابات جميع إدخالاتك، ثم حسابك، ثم ما على هذا الجهاز. لن يستطيع أحد استعادتها. ستُسأل مرة أخرى.',
  eraseHeading: 'محو حسابك وإدخالاتك',
  thisErases: 'هذا يمحو، واحدًا بعد الآخر:',
  erasesEntries: 'إجابات جميع إدخالاتك في كل النماذج، ومنها ما سحبته',
  erasesAccount: (email) => `حسابك \u2068${email}\u2069`,
  erasesDevice: 'ما يُحفظ عنك على هذا الجهاز',
  erasesWaiting: (count) =>
    `ما يُحفظ عنك على هذا الجهاز. لم يُرسل بعد، ولن يُرسل عندئذ: ${counted(count, entry)}`,
  noWayBack:
    'لن يستطيع أحد استعادتها. ولا تتغير النسخ الاحتياطية لقاعدة البيانات ولا الرسائل التي أُرسلت؛ وتُحذف النسخ الاحتياطية بعد 35 يومًا.',
  confirmBy: (email) => `للتأكيد، أدخل بريدك الإلكتروني: \u2068${email}\u2069`,
  typeToConfirm: (email) => `أدخل \u2068${email}\u2069 للتأكيد`,
  eraseAll: 'امحُ كل شيء',
  keepAll: 'إلغاء',
  erasing: 'جارٍ المحو…',
  stayHere: 'أبقِ هذه الصفحة مفتوحة حتى ينتهي المحو.',
  stopped: 'توقف المحو',
  brokenOff:
    'تعذّر الوصول إلى الخادم. ما مُحي يبقى ممحوًا، والباقي ما زال موجودًا. تحقق من اتصالك، ثم حاول من جديد.',
  isErased: (count) => `مُحي حسابك و\u2068${counted(count, entry)}\u2069`,
  nothingLeft: 'لم يبقَ شيء عنك على هذا الجهاز. لقد سُجّل خروجك.',
  toFirst: 'الذهاب إلى الصفحة الأولى',
  erased: 'الإدخالات الممحوة',
  erasedSoFar: (count) => `الإدخالات الممحوة: ${formatNumber(count)}`,
};
