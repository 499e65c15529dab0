import { perLocale } from './number-format.ts';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];

const formats = units.map((unit) =>
  perLocale(
    (it) =>
      new Intl.NumberFormat(it, {
        style: 'unit',
        unit,
        // Short, it would be “761 byte”.
        unitDisplay: unit === 'byte' ? 'long' : 'short',
        maximumSignificantDigits: 3,
      }),
  ),
);

/** 1234567 → "1.23 MB", in the reader's locale. */
export function bytesText(bytes: number): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  return formats[step]?.().format(bytes / 1000 ** step) ?? '';
}
