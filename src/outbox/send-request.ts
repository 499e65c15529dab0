import { isRecord } from '#core/values/is-record.ts';
import type { QueuedChange } from './changes/queued-change.ts';

/**
 * Somebody without an account has asked to send an entry, and is signing in to do so. Carried in the history's
 * state: it survives a reload, and a sign-in that was started in another way does not have it.
 */
type SendRequest = {
  readonly entry: string;
  /** Changes with the answers: if they are no longer those that were to be sent, their author is asked. */
  readonly savedAt: string;
  /** Milliseconds since 1970. */
  readonly at: number;
};

/** Milliseconds. By then somebody else may be using the device, so they are asked as well. */
const lifetime = 60 * 60 * 1000;

export function requestToSend({ entry, savedAt }: QueuedChange, at = Date.now()): SendRequest {
  return { entry, savedAt, at };
}

/** Whether a change is exactly what was asked for, not long ago. `request` is of unknown origin. */
export function isRequested(
  { entry, savedAt }: QueuedChange,
  request: unknown,
  now = Date.now(),
): boolean {
  if (!isRecord(request) || typeof request['at'] !== 'number') return false;
  const age = now - request['at'];
  return request['entry'] === entry && request['savedAt'] === savedAt && age < lifetime;
}
