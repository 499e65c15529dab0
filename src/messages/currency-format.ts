import { perLocale } from './number-format.ts';

const formats = new Map<string, () => Intl.NumberFormat>();

/** Formats amounts of a currency, in the page's language. An unknown currency is written as its code. */
function formatFor(code: string): Intl.NumberFormat {
  const format =
    formats.get(code) ??
    perLocale(
      (it) =>
        new Intl.NumberFormat(it, {
          style: 'currency',
          currency: code,
          currencyDisplay: 'narrowSymbol',
        }),
    );
  formats.set(code, format);
  return format();
}

/** An amount with its currency, as the page's language writes it: `€12.50`, `12,50 €`. */
export function formatAmount(amount: number, code: string): string {
  return formatFor(code).format(amount);
}

/** How a currency is written, and whether it comes before the number. */
export function currencySymbol(code: string): {
  readonly symbol: string;
  readonly isBefore: boolean;
} {
  const parts = formatFor(code).formatToParts(1);
  const at = parts.findIndex(({ type }) => type === 'currency');
  return {
    symbol: parts[at]?.value ?? code,
    isBefore: at < parts.findIndex(({ type }) => type === 'integer'),
  };
}
