import type { Messages } from '../namespaces.ts';

export const install: Messages['install'] = {
  heading: 'اجعله في متناول يدك',
  why: 'كتطبيق يُفتح من الشاشة الرئيسية، بشبكة أو من دونها.',
  install: 'تثبيت Formstead',
  share: 'اضغط «مشاركة» في شريط أدوات Safari: مربع فيه سهم يشير إلى أعلى.',
  addToHome: 'اختر «إضافة إلى الشاشة الرئيسية».',
  add: 'اضغط «إضافة».',
};
