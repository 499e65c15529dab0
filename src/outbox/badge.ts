import type { Outbox } from './outbox.ts';
import { isOnItsWay } from './parcel.ts';

/** The number that waits, on the installed app's icon, where the system shows one. */
export function showBadge(
  outbox: Pick<Outbox, 'view' | 'subscribe'>,
  navigator: Partial<Navigator>,
): void {
  let shown = 0;
  outbox.subscribe(() => {
    const { author, parcels } = outbox.view();
    // What cannot be read is not nothing.
    if (author !== '' && !parcels) return;
    const waiting = parcels?.filter(isOnItsWay).length ?? 0;
    if (waiting === shown) return;
    shown = waiting;
    navigator.setAppBadge?.(waiting).catch(() => undefined);
  });
}
