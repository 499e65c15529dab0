import { arrival } from './note-arrival.ts';

/** Where a finger, or a mouse, came down last, and on what. */
type Press = Pick<MouseEvent, 'clientX' | 'clientY' | 'timeStamp' | 'target'>;

/** Milliseconds, and pixels: a shaking hand, and somebody who waits whether anything happens. */
const soon = 1000;
const near = 48;

let presses: readonly (Press | undefined)[] = [];
let hasPageChanged = false;

if (typeof document === 'object') {
  document.addEventListener(arrival, () => (hasPageChanged = true));
  document.addEventListener(
    'click',
    (event) => {
      if (isForPageBefore(event)) {
        event.preventDefault();
        event.stopPropagation();
        return;
      }
      presses = [event, presses[0]];
      hasPageChanged = false;
    },
    true,
  );
}

/**
 * Whether a tap was meant for the page before: at the place of the last one, and a moment after it, with
 * another page come between them. What stands under the finger by now nobody has read.
 */
function isForPageBefore(event: Press): boolean {
  const [before] = presses;
  return hasPageChanged && before !== undefined && isSoonAndNear(event, before);
}

/**
 * Whether a press was meant for what was there a moment ago: another thing, at the same place. Who uses the
 * keyboard, or a screen reader, has gone from one to the other; such presses come without a place.
 */
export function isSecondTap({ clientX, clientY, timeStamp, target }: Press): boolean {
  const [latest, beforeLatest] = presses;
  const before =
    latest?.target === target && latest.timeStamp === timeStamp ? beforeLatest : latest;
  return (
    before !== undefined &&
    before.target !== target &&
    isSoonAndNear({ clientX, clientY, timeStamp }, before)
  );
}

function isSoonAndNear(
  { clientX, clientY, timeStamp }: Omit<Press, 'target'>,
  before: Press,
): boolean {
  if (clientX === 0 && clientY === 0) return false;
  const isNear = Math.hypot(clientX - before.clientX, clientY - before.clientY) < near;
  return isNear && timeStamp - before.timeStamp < soon;
}
