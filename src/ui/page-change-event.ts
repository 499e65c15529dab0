/** second-tap.ts, which is not in the first load, listens for it. */
export const pageChanged = 'formstead:arrival';

/** Fired when one page replaces another. */
export function announcePageChange(): void {
  document.dispatchEvent(new Event(pageChanged));
}
