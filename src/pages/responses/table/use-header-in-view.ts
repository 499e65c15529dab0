import { useEffect, type RefObject } from 'react';

/** Pixels of the frame that the header leaves to the last row. */
const lastRow = 80;

/**
 * Keeps a table's header in view where the table scrolls sideways in a frame: CSS lets a header stick to its
 * frame, but not to the window.
 */
export function useHeaderInView(ref: RefObject<HTMLElement | null>, isInFrame: boolean): void {
  useEffect(() => {
    const frame = ref.current;
    if (!frame || !isInFrame) return undefined;
    const follow = () => {
      const { top, height } = frame.getBoundingClientRect();
      const offset = Math.max(0, Math.min(-top, height - lastRow));
      frame.style.setProperty('--header-offset', `${offset}px`);
    };
    follow();
    window.addEventListener('scroll', follow, { passive: true });
    return () => {
      window.removeEventListener('scroll', follow);
      frame.style.removeProperty('--header-offset');
    };
  }, [ref, isInFrame]);
}
