import type { Messages } from '../namespaces.ts';
import { amplify } from './amplify.ts';

export const signIn: Messages['signIn'] = {
  heading: 'تسجيل الدخول',
  lead: 'الحساب يجمع إدخالاتك، على كل جهاز تستخدمه.',
  toSend: 'سجّل الدخول لإرسال هذا. يبقى محفوظًا على هذا الجهاز حتى ذلك الحين.',
  toSendFromHere: 'سجّل الدخول لإرسال هذا. ما كتبته لا يزال هنا ما لم تغلق هذه الصفحة أو تُعد تحميلها.',
  toSeeEntries: 'سجّل الدخول لترى إدخالاتك.',
  moment: 'لحظة واحدة…',
  signedIn: 'سجّلت الدخول.',
  newPassword: 'اختر كلمة مرور جديدة',
  ownPassword: 'اختر كلمة مرور خاصة بك',
  passwordRule: '12 حرفًا على الأقل.',

  checkEmail: 'تفقد بريدك الإلكتروني',
  enterCode: (email) => `أدخل الرمز المكوّن من 6 أرقام الذي أرسلناه إلى \u2068${email}\u2069.`,
  code: 'الرمز',
  confirm: 'متابعة',
  newPasswordLabel: 'كلمة المرور الجديدة',
  savePassword: 'حفظ كلمة المرور',
  sendAnotherCode: 'إرسال رمز جديد',
  codeSent: (email) => `أرسلنا رمزًا جديدًا إلى \u2068${email}\u2069. قد يصل بعد دقيقة.`,
  backToSignIn: 'العودة إلى تسجيل الدخول',
  codeFailures: {
    'no-code': 'أدخل الرمز',
    'wrong-code': 'ليس هذا هو الرمز الذي أرسلناه. تحقق منه، أو اطلب رمزًا جديدًا.',
    'expired-code': 'انتهت صلاحية هذا الرمز. اطلب رمزًا جديدًا.',
    'weak-password': 'استخدم 12 حرفًا على الأقل لكلمة المرور الجديدة.',
    'too-often': 'محاولات كثيرة. حاول من جديد بعد قليل.',
    unreachable: 'لا يوجد اتصال بالخادم. تحقق من اتصالك، ثم حاول من جديد.',
    failed: 'لم ينجح ذلك. حاول من جديد، أو اطلب رمزًا جديدًا.',
  },
  codeDone: {
    confirm: 'حسابك جاهز. سجّل الدخول للمتابعة.',
    'new-password': 'تغيّرت كلمة المرور. سجّل الدخول بالجديدة.',
  },
  amplify,
};
