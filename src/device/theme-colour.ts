/** Gives the browser's bars the colour of the chosen theme. Without a choice the media queries in the page do it. */
export function showThemeColour(): void {
  const theme = document.documentElement.dataset['theme'];
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const own = meta.dataset['theme'];
    meta.media = theme ? (theme === own ? 'all' : 'not all') : `(prefers-color-scheme: ${own})`;
  }
}
