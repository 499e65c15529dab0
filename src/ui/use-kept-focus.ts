import { useEffect, useRef } from 'react';

/** An element that moves in the document loses the focus: it gets it back. */
export function useKeptFocus() {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    element.current?.focus();
    element.current = null;
  });
  return { keepOn: (it: HTMLElement) => void (element.current = it) };
}
