/**
 * Renders the app on a page that came with a prerendered form (tools/vite/prerender.ts). The prerendered
 * form stays until the app has rendered the same one beside it; text typed meanwhile is copied over.
 */
export function handOff(prerendered: HTMLElement, draw: (into: HTMLElement) => void): void {
  const fresh = document.createElement('div');
  fresh.id = prerendered.id;
  const watcher = new MutationObserver(swapWhenDrawn);
  watcher.observe(fresh, { childList: true, subtree: true });
  draw(fresh);

  function swapWhenDrawn(): void {
    if (!fresh.querySelector('main:not([aria-busy])')) return;
    watcher.disconnect();
    const before = fieldsIn(prerendered);
    const focused = before.findIndex((it) => it === document.activeElement);
    const { selectionStart, selectionEnd } = (before[focused] ?? {}) as Partial<HTMLInputElement>;
    prerendered.replaceWith(fresh);
    const after = fieldsIn(fresh);
    before.forEach((field, at) => copyInput(after[at], field));
    after[focused]?.focus({ preventScroll: true });
    if (typeof selectionStart === 'number')
      (after[focused] as HTMLInputElement).setSelectionRange(selectionStart, selectionEnd ?? null);
  }
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function fieldsIn(page: HTMLElement): readonly Field[] {
  return [...page.querySelectorAll<Field>('main :is(input, select, textarea)')];
}

/**
 * Sets a value as if it had been typed: React only notices input events, and ignores values it already
 * knows.
 */
function copyInput(field: Field | undefined, typed: Field): void {
  if (!field || field.id !== typed.id) return;
  if ('checked' in field && 'checked' in typed && field.checked !== typed.checked) field.click();
  if (field.value === typed.value) return;
  Reflect.set(Object.getPrototypeOf(field) as object, 'value', typed.value, field);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
