import { perLanguage } from '../words/formats.ts';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];

const formats = units.map((unit) =>
  perLanguage(
    (it) => new Intl.NumberFormat(it, { style: 'unit', unit, maximumSignificantDigits: 3 }),
  ),
);

/** 1234567 → "1.23 MB", as people here write it. */
export function inBytes(bytes: number): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  return formats[step]?.().format(bytes / 1000 ** step) ?? '';
}
