import { formatNumber } from '../number-format.ts';
import type { Messages } from '../namespaces.ts';
import { counted, file } from './counted.ts';

export const filesMessages: Messages['files'] = {
  takePhoto: 'التقط صورة',
  choosePhotos: (several) => (several ? 'اختر صورًا' : 'اختر صورة'),
  chooseFiles: (several) => (several ? 'اختر ملفات' : 'اختر ملفًا'),
  accepts: (types, size) => `${types}، حتى ${size} لكل ملف`,
  upTo: (most) => `حتى ${formatNumber(most)}`,
  adding: (name) => `تجري إضافة ${name}…`,
  added: (name) => `أُضيف: ${name}`,
  remove: (name) => `حذف ${name}`,
  removed: (name) => `حُذف: ${name}`,
  undo: 'تراجع',
  back: (name) => `استُعيد: ${name}`,
  most: (most) =>
    most === 1
      ? 'يمكن إضافة ملف واحد فقط: احذفه لإضافة غيره.'
      : `الحد الأقصى ${counted(most, file)}: احذف واحدًا لإضافة غيره.`,
  notAdded: {
    empty: (name) => `لم يُضف ${name}: الملف فارغ.`,
    'too-large': (name, limit) => `لم يُضف ${name}: حجمه أكبر من ${limit}.`,
    'wrong-type': (name) => `لم يُضف ${name}: الملف من نوع آخر.`,
    changed: (name) => `لم يُضف ${name}: تعذرت قراءته، أو تغيّر أثناء القراءة. حاول مجددًا.`,
    'no-picture': (name) => `لم يُضف ${name}: ليس صورة يمكن عرضها.`,
    'too-many-pixels': (name) => `لم يُضف ${name}: عدد نقاطه أكبر مما يحتمله الجهاز.`,
    'no-room': (name) => `لم يُضف ${name}: الجهاز ممتلئ. أفسح بعض المساحة ثم حاول مجددًا.`,
    'no-answer': (name) => `لم يُضف ${name}: لا تستجيب ذاكرة الجهاز. حاول مجددًا.`,
    blocked: (name) => `لم يُضف ${name}: هذا المتصفح لا يسمح للتطبيق بتخزين الملفات.`,
  },
  sign: 'وقّع هنا بإصبعك أو بالفأرة',
  typeName: 'أو اكتب اسمك',
  signAgain: 'وقّع من جديد',
  signature: 'توقيعك',
  arrived: (arrived, all) =>
    arrived === all
      ? all === 1
        ? 'وصل الملف.'
        : `وصلت كل الملفات: ${formatNumber(all)}.`
      : `وصل ${formatNumber(arrived)} من ${counted(all, file)}.`,
  fileStates: {
    arrived: 'وصل',
    waiting: 'على هذا الجهاز ولم يُرسل بعد',
    missing: 'لم يصل بعد',
    refused: 'لم يقبله الخادم',
  },
  closed: {
    awaited: 'يجري فحصه بحثًا عن برمجيات خبيثة',
    impossible: 'تعذر فحصه بحثًا عن برمجيات خبيثة، فبقي مغلقًا',
    malware: 'عُثر فيه على برمجيات خبيثة فحُذف',
  },
  malware: (count) => `عُثر على برمجيات خبيثة: ${counted(count, file)}`,
  replaceMalware: 'حُذف ما وُجدت فيه. افحص جهازك، ثم عدّل الإدخال وأضف ملفًا آخر.',
  open: (name) => `افتح ${name}`,
  notOpened: 'لا يمكن فتح الملف الآن. حاول مجددًا.',
  sending: (count) => `قيد الإرسال: ${counted(count, file)}`,
  sentSoFar: (sent, all) => `${sent} من ${all}`,
  refused: (count) => `لم يقبله الخادم: ${counted(count, file)}`,
  addAgain:
    'ربما كان تالفًا، أو فيه برمجيات خبيثة، أو من نوع غير ما يقوله اسمه. عدّل الإدخال وأضفه من جديد.',
  toEntry: 'افتح الإدخال',
  onlyOnWifi: 'أرسل الصور والملفات الأخرى عبر Wi-Fi فقط',
  networkUnknown: 'لا يقول هذا المتصفح إن كان متصلًا عبر Wi-Fi، فتُرسل الملفات عبر أي شبكة.',
  held: {
    wifi: 'الملفات تنتظر Wi-Fi',
    'data-saver': 'الملفات تنتظر، لأن هذا الجهاز يوفر البيانات',
  },
  heldLater: 'هي محفوظة على هذا الجهاز، وتُرسل عندما تتصل عبر Wi-Fi.',
  sendAnyway: 'أرسلها الآن',
  neverArrived: (count) => `لم يصل: ${counted(count, file)}`,
  notHere:
    'ليس على هذا الجهاز. إن أضفته على جهاز آخر، فافتح هذا التطبيق هناك. وإلا فعدّل الإدخال وأضفه من جديد.',
  editEntry: 'عدّل الإدخال',
};
