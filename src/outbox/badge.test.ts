import { expect, test } from 'vitest';
import { showBadge } from './badge.ts';
import { unreadView, type View } from './outbox.ts';
import { parcel } from './sample-parcels.ts';

test('the number on the icon stays while the disk does not tell, and goes with the person', () => {
  const shown: unknown[] = [];
  let view: View = unreadView;
  const listeners: (() => void)[] = [];
  const outbox = {
    view: () => view,
    subscribe(listener: () => void) {
      listeners.push(listener);
      return () => undefined;
    },
  };
  showBadge(outbox, { setAppBadge: async (count) => void shown.push(count) });
  const show = (next: View) => {
    view = next;
    for (const listener of listeners) listener();
  };
  show({ ...unreadView, author: 'mickey-1', parcels: [parcel()] });
  show({ ...unreadView, author: 'mickey-1', isUnread: true });
  expect(shown).toEqual([1]);
  show(unreadView);
  expect(shown).toEqual([1, 0]);
});
