import { isUndelivered } from '../../../outbox/changes/queued-change.ts';
import { useOutbox } from '../../../ui/use-outbox.ts';
import type { ResponseKey } from '../data/response.ts';
import { correctedKey } from './response-to-correct.ts';

/** Whether this device has still to send a correction of a response. */
export function useIsCorrecting(response: ResponseKey): boolean {
  const { changes = [] } = useOutbox();
  const key = correctedKey(response);
  return changes.some((it) => it.entry === key && isUndelivered(it));
}
