/** A number in decimal notation, exactly: `digits` times ten to the power of `exponent`. */
export type Decimal = { readonly digits: bigint; readonly exponent: number };

/** @param text as JavaScript writes numbers, such as `0.25` or `1e-7` */
export function toDecimal(text: string): Decimal {
  const [mantissa = '0', exponent = '0'] = text.split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}

export function addDecimals(one: Decimal, other: Decimal): Decimal {
  const exponent = Math.min(one.exponent, other.exponent);
  const digits = scaled(one, exponent) + scaled(other, exponent);
  return digits === 0n ? { digits, exponent: 0 } : { digits, exponent };
}

export function timesWhole({ digits, exponent }: Decimal, factor: number): Decimal {
  return { digits: digits * BigInt(factor), exponent };
}

/** How many whole times ten to the power of `exponent` is in the number, rounded down. */
export function wholeTimes(decimal: Decimal, exponent: number): bigint {
  if (decimal.exponent >= exponent) return scaled(decimal, exponent);
  const divisor = 10n ** BigInt(exponent - decimal.exponent);
  const rest = ((decimal.digits % divisor) + divisor) % divisor;
  return (decimal.digits - rest) / divisor;
}

/** The shortest text of it that `toDecimal` and `Number` read, so that equal numbers have equal texts. */
export function decimalText({ digits, exponent }: Decimal): string {
  if (digits === 0n) return '0e0';
  const text = String(digits);
  const length = text.split('').findLastIndex((digit) => digit !== '0') + 1;
  return `${text.slice(0, length)}e${exponent + text.length - length}`;
}

function scaled({ digits, exponent }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(exponent - to);
}
