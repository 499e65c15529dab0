import { formatNumber } from '../number-format.ts';
import type { Messages } from '../namespaces.ts';
import { counted, entry } from './counted.ts';

export const account: Messages['account'] = {
  heading: 'الحساب',
  signInToSee: 'سجّل الدخول لترى حسابك.',
  signIn: 'تسجيل الدخول',
  email: 'البريد الإلكتروني',
  waiting: 'في انتظار الإرسال',
  outbox: 'الصادر',
  role: 'الدور',
  owner: 'مالك: يمكنك قراءة ردود الجميع',

  everywhere: 'تسجيل الخروج من كل مكان',
  aboutEverywhere:
    'ينهي جلساتك على جميع الأجهزة، وهذا الجهاز منها. وقد يستمر جهاز استُخدم للتو حتى 15 دقيقة.',
  staysHere:
    'ما لم ترسله بعد يبقى على هذا الجهاز حتى تسجّل الدخول من جديد، ولا يبقى هنا شيء آخر يخصّك.',
  signingOut: 'جارٍ تسجيل الخروج…',
  notSignedOut: 'تعذّر الوصول إلى خدمة تسجيل الدخول. ما زلت مسجّل الدخول.',

  password: 'تغيير كلمة المرور',
  current: 'كلمة المرور الحالية',
  new: 'كلمة المرور الجديدة',
  change: 'تغيير كلمة المرور',
  changing: 'جارٍ التغيير…',
  changed: 'تغيّرت كلمة المرور.',
  oldNeeded: 'أدخل كلمة المرور الحالية',
  newNeeded: 'أدخل كلمة مرور جديدة',
  notChanged: {
    unreachable: 'لم تتغيّر كلمة المرور. تحقق من اتصالك، ثم حاول من جديد.',
    'wrong-password': 'كلمة المرور الحالية غير صحيحة.',
    'weak-password': 'استخدم 12 حرفًا على الأقل لكلمة المرور الجديدة.',
    'too-often': 'جرت محاولات كثيرة. حاول من جديد بعد قليل.',
  },

  everything: 'بياناتك',
  aboutEverything: 'ملف واحد فيه حسابك، وجميع إدخالاتك، وما ينتظر الإرسال من هذا الجهاز.',
  download: 'تنزيل بياناتي',
  getting: 'جارٍ تحميل إدخالاتك…',
  soFar: (count) => `ما حُمّل: ${counted(count, entry)}`,
  notEverything: 'تعذّر تحميل بعض إدخالاتك، لذلك لم يُحفظ أي ملف. حاول من جديد.',
  inFile: (count) => `حُفظت بياناتك في ملف، فيه ${counted(count, entry)}.`,

  erase: 'امحُ حسابي',
  aboutErasing:
    'يمحو إجابات جميع إدخالاتك، ثم حسابك، ثم كل ما يُحفظ عنك على هذا الجهاز. لا يمكن التراجع عن ذلك. سنطلب منك التأكيد.',
  eraseHeading: 'محو حسابك وإدخالاتك',
  thisErases: 'هذا يمحو، واحدًا بعد الآخر:',
  erasesEntries: 'إجابات جميع إدخالاتك في كل النماذج، ومنها ما سحبته',
  erasesAccount: (email) => `حسابك \u2068${email}\u2069`,
  erasesDevice: 'كل ما يُحفظ عنك على هذا الجهاز',
  erasesWaiting: (count) =>
    `كل ما يُحفظ عنك على هذا الجهاز، ومنه ما لم يُرسل: ${counted(count, entry)}`,
  noWayBack:
    'لا يمكن التراجع عن ذلك. لا تُمحى الرسائل التي أُرسلت. وتُحذف النسخ الاحتياطية لقاعدة البيانات بعد 35 يومًا.',
  withoutAccount: {
    heading: 'محو إدخالات هذا الجهاز',
    thisErases:
      'هذا يمحو إجابات جميع الإدخالات التي أُرسلت من هذا الجهاز بلا حساب، وكل ما يُحفظ عنها عليه، ومنه المسودات وما لم يُرسل.',
    keep: 'إلغاء',
    isErased: (count) => `مُحي: ${counted(count, entry)}`,
    nothingLeft: 'لم يبقَ شيء عنها على هذا الجهاز.',
  },
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
  nothingLeft: 'لم يبقَ شيء عنك على هذا الجهاز، وسُجّل خروجك.',
  toFirst: 'عرض كل النماذج',
  erased: 'الإدخالات الممحوة',
  erasedSoFar: (count) => `الإدخالات الممحوة: ${formatNumber(count)}`,
};
