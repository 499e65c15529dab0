/** Heard by second-tap.ts, which is no part of the first load. */
export const arrival = 'formstead:arrival';

/** One page has taken the place of another. */
export function noteArrival(): void {
  document.dispatchEvent(new Event(arrival));
}
