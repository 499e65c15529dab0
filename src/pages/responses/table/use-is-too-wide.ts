import { useEffect, useState, type RefObject } from 'react';

/**
 * Whether what an element contains is wider than the element. It has to scroll sideways then, in a frame of its
 * own, in which no header can stick to the top of the window.
 */
export function useIsTooWide(ref: RefObject<HTMLElement | null>): boolean {
  const [isTooWide, setIsTooWide] = useState(true);
  useEffect(() => {
    const element = ref.current;
    const content = element?.firstElementChild;
    if (!element || !content || !('ResizeObserver' in window)) return undefined;
    const observer = new ResizeObserver(() =>
      setIsTooWide(content.scrollWidth > element.clientWidth + 1),
    );
    observer.observe(element);
    observer.observe(content);
    return () => observer.disconnect();
  }, [ref]);
  return isTooWide;
}
