/**
 * Writes numbers, dates and times in another language than the page's: they follow the document's, which is as before
 * when this returns. Nothing is drawn meanwhile.
 */
export function inLanguage<Written>(lang: string, write: () => Written): Written {
  const { documentElement: root } = document;
  const ofPage = root.lang;
  if (lang === ofPage) return write();
  root.lang = lang;
  try {
    return write();
  } finally {
    root.lang = ofPage;
  }
}
