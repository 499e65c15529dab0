/** The device's offset from UTC at a time by its own clock, such as `+02:00`. @param localTime `2026-03-31T14:30` */
export function utcOffsetAt(localTime: string): string {
  const minutes = -new Date(localTime).getTimezoneOffset();
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${twoDigits(hours)}:${twoDigits(rest)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
