import { isRecord } from '../values/is-record.ts';
import type { Invitation } from './invitation.ts';

/** Answers as they were sent, with those that the personal link gives instead of what was sent for them. */
export function withGivenValues(body: unknown, invitation: Invitation | undefined): unknown {
  if (!invitation || !isRecord(body)) return body;
  return { ...body, ...invitation.values };
}
