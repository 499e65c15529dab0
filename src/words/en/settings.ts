/** How the app speaks and looks, by choice. */
export const settings = {
  heading: 'Language and theme',
  language: 'Language',
  asBrowser: 'As the browser',
  theme: 'Theme',
  asSystem: 'As the system',
  light: 'Light',
  dark: 'Dark',
};
