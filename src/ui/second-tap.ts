import { pageChanged } from './page-change-event.ts';

/** Where a finger or mouse was last pressed, and on what. */
type Press = Pick<MouseEvent, 'clientX' | 'clientY' | 'timeStamp' | 'target'>;

/**
 * Milliseconds and pixels: allows for a shaking hand, and for somebody waiting to see whether anything
 * happens.
 */
const soon = 1000;
const near = 48;

let presses: readonly (Press | undefined)[] = [];
let hasPageChanged = false;

if (typeof document === 'object') {
  document.addEventListener(pageChanged, () => (hasPageChanged = true));
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
 * Whether a tap was meant for the page before: soon after the last tap, in the same spot, with a page
 * change in between. Nobody can have read what is under the finger now.
 */
function isForPageBefore(event: Press): boolean {
  const [before] = presses;
  return hasPageChanged && before !== undefined && isSoonAndNear(event, before);
}

/**
 * Whether a press was meant for what was there a moment ago: another target in the same spot. Keyboards
 * and screen readers move between targets deliberately, and their presses have no coordinates.
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
