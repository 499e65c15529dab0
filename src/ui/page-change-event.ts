/** second-tap.ts, which is not in the first load, listens for it. */
export const pageChanged = 'formstead:page-change';

/** Fired when one page replaces another. */
export function announcePageChange(): void {
  document.dispatchEvent(new Event(pageChanged));
}
