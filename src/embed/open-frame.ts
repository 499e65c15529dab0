import type { FormSource } from '../catalogue/form-source.ts';
import { pageAt } from '../page-paths.ts';
import { keepAddressesInFragment } from './addresses-in-fragment.ts';
import { frameLook } from './frame-look.ts';
import { originsAround } from './page-around.ts';
import './frame.css';

/** In a frame of another site's page: its addresses, its look, and its height, which the page around it sets. docs/embed.md */
export function openFrame(forms: FormSource): void {
  const { form = '' } = pageAt(window.location.pathname);
  const app = document.getElementById('app') as HTMLElement;
  keepAddressesInFragment();
  applyLook(document.documentElement, window.location.search);
  nameMain(app);
  void forms.open(form).then((it) => sendHeight(app, it?.embed?.allowedOn ?? []));
}

function applyLook(root: HTMLElement, query: string): void {
  root.dataset['embedded'] = '';
  const own = root.dataset['theme'] ?? '';
  const { theme, accent, fontSize } = frameLook(query, (wanted) =>
    (wanted ? [wanted] : ['light', 'dark']).flatMap((it) => backgroundsOf(root, it)),
  );
  root.dataset['theme'] = theme ?? own;
  if (fontSize) root.style.fontSize = `${fontSize}px`;
  if (!accent) return;
  root.style.setProperty('--accent', accent);
  root.style.setProperty('--accent-strong', accent);
  root.style.setProperty('--on-accent', 'var(--sheet)');
}

/** What the accent is read on, as the browser computes it: `#faf8f3`. */
function backgroundsOf(root: HTMLElement, theme: string): readonly string[] {
  root.dataset['theme'] = theme;
  return ['--paper', '--sheet', '--accent-wash'].flatMap((name) => {
    const sample = document.createElement('span');
    sample.style.color = `var(${name})`;
    root.append(sample);
    const { color } = getComputedStyle(sample);
    sample.remove();
    const numbers = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(color)?.slice(1) ?? [];
    const hex = numbers.map((it) => Number(it).toString(16).padStart(2, '0')).join('');
    return hex ? [`#${hex}`] : [];
  });
}

/** Names the main part of the frame by its heading: the page around it has a main part as well. */
function nameMain(app: HTMLElement): void {
  const observer = new MutationObserver(() => {
    const main = app.querySelector(':scope > main');
    const heading = main?.querySelector('h1');
    if (!main || !heading) return;
    heading.id = 'frame-heading';
    main.setAttribute('aria-labelledby', heading.id);
  });
  observer.observe(app, { childList: true });
}

/** Sends the height now and whenever it changes. */
function sendHeight(app: HTMLElement, allowedOn: readonly string[]): void {
  if (window.parent === window) return;
  const { ancestorOrigins = [] } = window.location as Partial<Location>;
  const { referrer } = document;
  const origins = originsAround(allowedOn, { ancestorOrigins: [...ancestorOrigins], referrer });
  const observer = new ResizeObserver(() => {
    const height = Math.ceil(app.getBoundingClientRect().height);
    for (const origin of origins)
      window.parent.postMessage({ type: 'formstead:height', height }, origin);
  });
  observer.observe(app);
}
