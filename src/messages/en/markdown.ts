/** Texts that a form's author writes with links. */
export const markdownMessages = {
  newTab: '(opens in a new tab)',
};
