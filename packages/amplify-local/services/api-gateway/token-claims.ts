/** An id token's claims as a REST API passes them to a function: every one as text. */
export function claimsToText(claims: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [name, claimToText(name, value)]),
  );
}

function claimToText(name: string, value: unknown): string {
  if ((name === 'exp' || name === 'iat') && typeof value === 'number') return javaDate(value);
  if (Array.isArray(value) && value.every((it) => typeof it !== 'object')) return value.join(',');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** `Tue Apr 04 18:39:39 UTC 2023`. */
function javaDate(epochSeconds: number): string {
  const [day, date, month, year, time] = new Date(epochSeconds * 1000)
    .toUTCString()
    .replace(',', '')
    .split(' ');
  return `${day} ${month} ${date} ${time} UTC ${year}`;
}
