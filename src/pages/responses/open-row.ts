import type { MouseEvent } from 'react';

/**
 * For `onClick` of a table: a click anywhere in a row is a click on its link. Not if it was on something else
 * to press, or ended a selection of text.
 */
export function openRow({ target, ctrlKey, metaKey, shiftKey }: MouseEvent): void {
  if (!(target instanceof Element) || target.closest('a, button, input, label')) return;
  if (window.getSelection()?.isCollapsed === false) return;
  const link = target.closest('tbody tr')?.querySelector('a');
  // What is opened returns the focus to it.
  link?.focus({ preventScroll: true });
  const init = { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey };
  link?.dispatchEvent(new window.MouseEvent('click', init));
}
