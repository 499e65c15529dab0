import { expect, test } from 'vitest';
import { showBadge } from './badge.ts';
import { unreadView, type OutboxView } from './outbox.ts';
import { sampleChange } from '../testing/sample-changes.ts';

test('the badge stays while the disk cannot be read, and goes when the person signs out', () => {
  const shown: unknown[] = [];
  let view: OutboxView = unreadView;
  const listeners: (() => void)[] = [];
  const outbox = {
    view: () => view,
    subscribe(listener: () => void) {
      listeners.push(listener);
      return () => undefined;
    },
  };
  showBadge(outbox, { setAppBadge: async (count) => void shown.push(count) });
  const show = (next: OutboxView) => {
    view = next;
    for (const listener of listeners) listener();
  };
  show({ ...unreadView, author: 'mickey-1', changes: [sampleChange()] });
  show({ ...unreadView, author: 'mickey-1', isUnread: true });
  expect(shown).toEqual([1]);
  show(unreadView);
  expect(shown).toEqual([1, 0]);
});
