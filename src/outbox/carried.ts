import { isUuid } from '#core/id.ts';
import { err, ok, type Result } from '#core/result.ts';
import { isRecord } from '../cloud/told.ts';
import { deeds, isOnItsWay, nobody, type Parcel } from './parcel.ts';

/**
 * What waits, as a file to carry to another device. It goes on under the ids it has, so it does not
 * matter if both devices deliver it. The answers are in it in the clear, for whoever has the file:
 * those that must not lie on a device are left out.
 */
export function toFile(parcels: readonly Parcel[]): string {
  const waiting = parcels
    .filter((it) => isOnItsWay(it) && !(it.isSensitive && it.answers))
    .map((parcel) => ({ ...parcel, stand: undefined }));
  return JSON.stringify({ formstead: 'outbox', version: 1, waiting }, null, 2);
}

export type Unreadable = 'not-an-outbox' | 'of-somebody-else';

/** The parcels in such a file, if all of them are this author's own, or nobody has claimed them. */
export function fromFile(text: string, author: string): Result<readonly Parcel[], Unreadable> {
  const file = jsonIn(text);
  if (!isRecord(file) || file['formstead'] !== 'outbox' || file['version'] !== 1)
    return err('not-an-outbox');
  const { waiting } = file;
  if (!Array.isArray(waiting) || !waiting.every(isParcel)) return err('not-an-outbox');
  const isForThem = (it: Pick<Parcel, 'author'>) => it.author === author || it.author === nobody;
  if (!waiting.every(isForThem)) return err('of-somebody-else');
  // The other device may have sent them by now.
  return ok(waiting.map((it) => ({ ...it, stand: { is: 'waiting', attempts: 1 } })));
}

function isParcel(it: unknown): it is Omit<Parcel, 'stand'> {
  if (!isRecord(it)) return false;
  const { id, entry, does, form, formVersion, author, savedAt, answers, base, ifVersion } = it;
  return (
    isId(id) &&
    isId(entry) &&
    deeds.some((it) => it === does) &&
    [form, author, savedAt].every((text) => typeof text === 'string') &&
    typeof formVersion === 'number' &&
    isRecord(answers ?? {}) &&
    isRecord(base ?? {}) &&
    typeof (ifVersion ?? 1) === 'number'
  );
}

function isId(it: unknown): boolean {
  return typeof it === 'string' && isUuid(it);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
