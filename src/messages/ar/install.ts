import { brand } from '#brand/brand.ts';
import type { Messages } from '../namespaces.ts';

export const install: Messages['install'] = {
  heading: 'تثبيت هذا التطبيق',
  why: 'افتحه من الشاشة الرئيسية، حتى من دون اتصال.',
  install: `تثبيت ${brand.name}`,
  share: 'اضغط «مشاركة» في شريط أدوات Safari: مربع فيه سهم يشير إلى أعلى.',
  addToHome: 'اختر «إضافة إلى الشاشة الرئيسية».',
  add: 'اضغط «إضافة».',
};
