import type { Messages } from '../namespaces.ts';

export const settings: Messages['settings'] = {
  signedInAs: 'سجّلت الدخول باسم',
  account: 'الحساب',
  signOut: 'تسجيل الخروج',
  signInAgain: 'سجّل الدخول من جديد للإرسال',
  // For people who switched to Arabic by mistake.
  language: 'اللغة (Language)',
  asBrowser: 'لغة المتصفح',
  theme: 'المظهر',
  asSystem: 'مظهر النظام',
  light: 'فاتح',
  dark: 'داكن',
};
