import type { Rooms } from '../rooms.ts';
import { amplify } from './amplify.ts';

export const signIn: Rooms['signIn'] = {
  heading: 'تسجيل الدخول',
  lead: 'الحساب يجمع إدخالاتك، على كل جهاز تستخدمه.',
  toSend: 'سجّل الدخول لإرسال هذا. يبقى محفوظًا على هذا الجهاز حتى ذلك الحين.',
  toSendFromHere: 'سجّل الدخول لإرسال هذا. ما كتبته لا يزال هنا ما لم تغلق هذه الصفحة أو تُعد تحميلها.',
  toSeeEntries: 'سجّل الدخول لترى إدخالاتك.',
  moment: 'لحظة واحدة…',
  signedIn: 'سجّلت الدخول.',
  lookIntoMail: 'تفقد بريدك',
  newPassword: 'اختر كلمة مرور جديدة',
  ownPassword: 'اختر كلمة مرور خاصة بك',
  amplify,
};
