/**
 * When the focused element is removed, for instance a button together with its card, browsers drop the
 * focus, and keyboard users start again at the top of the page. This moves it to the nearest remaining
 * target: another button in the same container, or the container's heading.
 */
export function keepFocus(root: HTMLElement): void {
  if (kept.has(root)) return;
  kept.add(root);
  /** The element focused last and its ancestors, from the inside out. */
  let path: readonly Element[] = [];
  root.addEventListener('focusin', ({ target }) => {
    path = ancestorsOf(target as Element, root);
  });
  new MutationObserver(() => {
    const [last, ...around] = path;
    if (!last || last.isConnected || !isNowhere(document.activeElement)) return;
    const there = around.filter((it) => it.isConnected);
    path = [];
    for (const it of there) {
      const next = it.querySelector<HTMLElement>('button, a[href], [tabindex="-1"]');
      if (!next) continue;
      next.focus({ preventScroll: true });
      return;
    }
  }).observe(root, { childList: true, subtree: true });
}

const kept = new WeakSet<HTMLElement>();

/** The search ends at these: leaving one of them altogether moves the focus anyway. */
const parts = 'main, header, footer, dialog';

function isNowhere(element: Element | null): boolean {
  return element === null || element === document.body;
}

function ancestorsOf(element: Element, root: HTMLElement): readonly Element[] {
  const path: Element[] = [];
  for (let it: Element | null = element; it && it !== root; it = it.parentElement) {
    path.push(it);
    if (it.matches(parts)) break;
  }
  return path;
}
