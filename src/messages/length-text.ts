import { formatNumber, perLocale } from './number-format.ts';

const twoDigits = perLocale((it) => new Intl.NumberFormat(it, { minimumIntegerDigits: 2 }));

/** Seconds as players show them: `0:07`, `12:30`. */
export function lengthText(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${formatNumber(Math.floor(whole / 60))}:${twoDigits().format(whole % 60)}`;
}

const inSeconds = formatIn('second');
const inMinutes = formatIn('minute');

function formatIn(unit: 'second' | 'minute') {
  return perLocale((it) => new Intl.NumberFormat(it, { style: 'unit', unit, unitDisplay: 'long' }));
}

/** 300 → "5 minutes", 90 → "90 seconds", in the reader's locale. */
export function limitText(seconds: number): string {
  const isWhole = seconds >= 60 && seconds % 60 === 0;
  return isWhole ? inMinutes().format(seconds / 60) : inSeconds().format(seconds);
}
