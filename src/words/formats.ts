/** A format in the language of the page, made once for each: making one takes longer than a thousand uses. */
export function perLanguage<Format>(make: (language: string | undefined) => Format): () => Format {
  const made = new Map<string, Format>();
  return () => {
    const { lang } = document.documentElement;
    const format = made.get(lang) ?? make(isLanguage(lang) ? lang : undefined);
    made.set(lang, format);
    return format;
  };
}

/** A browser that translates the page says its language as well, and may say anything. */
function isLanguage(lang: string): boolean {
  try {
    return lang !== '' && Intl.getCanonicalLocales(lang).length > 0;
  } catch {
    return false;
  }
}

const numbers = perLanguage((it) => new Intl.NumberFormat(it, { maximumFractionDigits: 20 }));

export function numberInWords(number: number): string {
  return numbers().format(number);
}
