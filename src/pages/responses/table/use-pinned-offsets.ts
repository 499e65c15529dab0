import { useEffect, type RefObject } from 'react';
import { pinnedOffsets } from './pinned-columns.ts';

/** Pixels of a window in which the first column stays in view. */
const wide = 768;

/**
 * Measures the columns that stay in view, which may be others each time the table is drawn, and tells the styles which and
 * where: `--pinned-0` and so on.
 */
export function usePinnedOffsets(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const frame = ref.current;
    if (!frame || !('ResizeObserver' in window)) return undefined;
    const headings = [...frame.querySelectorAll<HTMLElement>('thead [data-pinned]')];
    const measure = () => {
      // On a phone, what was pinned stays instead of the first.
      const first = window.innerWidth < wide ? Infinity : 0;
      const widths = headings.map(
        (it, i) => it.getBoundingClientRect().width + (i > 0 ? 0 : first),
      );
      const sticking: string[] = [];
      for (const [i, offset] of pinnedOffsets(widths, frame.clientWidth).entries()) {
        const number = headings[i]?.dataset['pinned'] ?? '';
        if (offset === undefined) frame.style.removeProperty(`--pinned-${number}`);
        else frame.style.setProperty(`--pinned-${number}`, `${offset}px`);
        if (offset !== undefined) sticking.push(number);
      }
      frame.dataset['sticking'] = sticking.join(' ');
    };
    const observer = new ResizeObserver(measure);
    for (const it of [frame, ...headings]) observer.observe(it);
    return () => observer.disconnect();
  });
}
