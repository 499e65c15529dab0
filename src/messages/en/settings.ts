/** Language and theme. */
export const settings = {
  heading: 'Language and theme',
  language: 'Language',
  asBrowser: 'Same as the browser',
  theme: 'Theme',
  asSystem: 'Same as the system',
  light: 'Light',
  dark: 'Dark',
};
