import type { Outbox } from './outbox.ts';
import { isUndelivered } from './changes/queued-change.ts';

/** Shows the number of undelivered changes on the icon of the installed app, where the system supports it. */
export function showBadge(
  outbox: Pick<Outbox, 'view' | 'subscribe'>,
  navigator: Partial<Navigator>,
): void {
  let shown = 0;
  outbox.subscribe(() => {
    const { author, changes } = outbox.view();
    // An outbox that could not be read is not empty.
    if (author !== '' && !changes) return;
    const waiting = changes?.filter(isUndelivered).length ?? 0;
    if (waiting === shown) return;
    shown = waiting;
    navigator.setAppBadge?.(waiting).catch(() => undefined);
  });
}
