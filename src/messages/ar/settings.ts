import type { Messages } from '../namespaces.ts';

export const settings: Messages['settings'] = {
  heading: 'اللغة والمظهر',
  // For people who switched to Arabic by mistake.
  language: 'اللغة (Language)',
  asBrowser: 'حسب المتصفح',
  theme: 'المظهر',
  asSystem: 'حسب النظام',
  light: 'فاتح',
  dark: 'داكن',
};
