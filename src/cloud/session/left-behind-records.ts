import type { DeviceStorage } from '../../device/device-storage.ts';
import type { Person } from './identity.ts';

/** Somebody who signed out with unsent changes on this device, as others who use it may see them. */
export type LeftBehind = {
  readonly username: string;
  /** Shortened, as in `p…@example.com`: enough to recognise oneself. */
  readonly email: string;
  /** How many changes. Unknown if their session was ended from elsewhere. */
  readonly waiting: number | 'unknown';
};

const recordName = 'formstead:left-behind';

export function readLeftBehind(storage: DeviceStorage): readonly LeftBehind[] {
  try {
    const all = JSON.parse(storage.read(recordName) ?? '[]') as readonly LeftBehind[];
    return all.filter(({ email, waiting }) => typeof email === 'string' && isSomething(waiting));
  } catch {
    return [];
  }
}

/** @param waiting how many changes are left; 0 removes the record */
export function noteLeftBehind(
  storage: DeviceStorage,
  { username, email }: Person,
  waiting: LeftBehind['waiting'],
): void {
  const before = readLeftBehind(storage);
  const others = before.filter((it) => it.username !== username);
  const record = { username, email: email.replace(/^(.).*(?=@)/u, '$1…'), waiting };
  const after = isSomething(waiting) ? [...others, record] : others;
  if (after.length > 0) storage.write(recordName, JSON.stringify(after));
  else if (before.length > 0) storage.forget(recordName);
}

function isSomething(waiting: LeftBehind['waiting']): boolean {
  return waiting === 'unknown' || waiting > 0;
}
