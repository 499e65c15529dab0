/** Where a finger, or a mouse, came down last, and on what. */
type Press = Pick<MouseEvent, 'clientX' | 'clientY' | 'timeStamp' | 'target'>;

/** Milliseconds, and pixels: a shaking hand, and somebody who waits whether anything happens. */
const soon = 1000;
const near = 48;

let presses: readonly (Press | undefined)[] = [];

if (typeof document === 'object')
  document.addEventListener('click', (event) => (presses = [event, presses[0]]), true);

/**
 * Whether a press was meant for what was there a moment ago: another thing, at the same place. Who uses the
 * keyboard, or a screen reader, has gone from one to the other; such presses come without a place.
 */
export function isSecondTap({ clientX, clientY, timeStamp, target }: Press): boolean {
  const [latest, beforeLatest] = presses;
  const before =
    latest?.target === target && latest.timeStamp === timeStamp ? beforeLatest : latest;
  if (!before || (clientX === 0 && clientY === 0)) return false;
  const isNear = Math.hypot(clientX - before.clientX, clientY - before.clientY) < near;
  return isNear && timeStamp - before.timeStamp < soon && before.target !== target;
}
