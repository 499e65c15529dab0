/** A formatter in the page's language, cached: creating one takes longer than using it a thousand times. */
export function perLocale<Format>(make: (language: string | undefined) => Format): () => Format {
  const made = new Map<string, Format>();
  return () => {
    const { lang } = document.documentElement;
    const format = made.get(lang) ?? make(isLanguage(lang) ? lang : undefined);
    made.set(lang, format);
    return format;
  };
}

/** A browser that translates the page also changes its `lang`, to whatever it likes. */
function isLanguage(lang: string): boolean {
  try {
    return lang !== '' && Intl.getCanonicalLocales(lang).length > 0;
  } catch {
    return false;
  }
}

const numbers = perLocale((it) => new Intl.NumberFormat(it, { maximumFractionDigits: 20 }));

export function formatNumber(number: number): string {
  return numbers().format(number);
}
