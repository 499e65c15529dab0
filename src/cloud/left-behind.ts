import type { DeviceStorage } from '../device/storage.ts';
import type { Person } from './identity.ts';

/** Somebody who is not signed in any more, while something of theirs is here, as others who use this device may see it. */
export type LeftBehind = {
  readonly username: string;
  /** `p…@example.com`: enough for who it is. */
  readonly email: string;
  /** How many parcels; unknown where their session was ended from elsewhere. */
  readonly waiting: number | 'unknown';
};

const record = 'formstead:left-behind';

export function readLeftBehind(storage: DeviceStorage): readonly LeftBehind[] {
  try {
    const all = JSON.parse(storage.read(record) ?? '[]') as readonly LeftBehind[];
    return all.filter(({ email, waiting }) => typeof email === 'string' && isSomething(waiting));
  } catch {
    return [];
  }
}

/** @param waiting how much is left; nothing when they are back, or have left nothing */
export function noteLeftBehind(
  storage: DeviceStorage,
  { username, email }: Person,
  waiting: LeftBehind['waiting'],
): void {
  const before = readLeftBehind(storage);
  const others = before.filter((it) => it.username !== username);
  const left = { username, email: email.replace(/^(.).*(?=@)/u, '$1…'), waiting };
  const after = isSomething(waiting) ? [...others, left] : others;
  if (after.length > 0) storage.write(record, JSON.stringify(after));
  else if (before.length > 0) storage.forget(record);
}

function isSomething(waiting: LeftBehind['waiting']): boolean {
  return waiting === 'unknown' || waiting > 0;
}
