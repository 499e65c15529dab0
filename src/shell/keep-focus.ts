/**
 * What has the focus may go from the page: a button that was pressed, with what it was about. The browser
 * then has it nowhere, and who uses the keyboard begins again at the top. It goes to what is nearest: another
 * button in its place, or the heading of what it stood in.
 */
export function keepFocus(root: HTMLElement): void {
  if (kept.has(root)) return;
  kept.add(root);
  /** What had the focus last, and what that stood in, from the inside out. */
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

/** Where a page's parts end: who leaves one of them altogether arrives somewhere. */
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
