import type { Rooms } from '../rooms.ts';

export const settings: Rooms['settings'] = {
  heading: 'اللغة والمظهر',
  // For who came here by mistake.
  language: 'اللغة (Language)',
  asBrowser: 'حسب المتصفح',
  theme: 'المظهر',
  asSystem: 'حسب النظام',
  light: 'فاتح',
  dark: 'داكن',
};
