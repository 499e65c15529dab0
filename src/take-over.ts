/**
 * Draws the app where the page came with its first picture (tools/vite/prerender.ts): that stays until the app
 * has drawn the same beside it, and what was typed into it meanwhile goes on in the app.
 */
export function takeOver(picture: HTMLElement, draw: (into: HTMLElement) => void): void {
  const fresh = document.createElement('div');
  fresh.id = picture.id;
  const watcher = new MutationObserver(swapWhenDrawn);
  watcher.observe(fresh, { childList: true, subtree: true });
  draw(fresh);

  function swapWhenDrawn(): void {
    if (!fresh.querySelector('main:not([aria-busy])')) return;
    watcher.disconnect();
    const before = fieldsIn(picture);
    const focused = before.findIndex((it) => it === document.activeElement);
    const { selectionStart, selectionEnd } = (before[focused] ?? {}) as Partial<HTMLInputElement>;
    picture.replaceWith(fresh);
    const after = fieldsIn(fresh);
    before.forEach((field, at) => adopt(after[at], field));
    after[focused]?.focus({ preventScroll: true });
    if (typeof selectionStart === 'number')
      (after[focused] as HTMLInputElement).setSelectionRange(selectionStart, selectionEnd ?? null);
  }
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function fieldsIn(page: HTMLElement): readonly Field[] {
  return [...page.querySelectorAll<Field>('main :is(input, select, textarea)')];
}

/** As if it had been typed there: React hears of a value only by its event, and hides one that it knows. */
function adopt(field: Field | undefined, typed: Field): void {
  if (!field || field.id !== typed.id) return;
  if ('checked' in field && 'checked' in typed && field.checked !== typed.checked) field.click();
  if (field.value === typed.value) return;
  Reflect.set(Object.getPrototypeOf(field) as object, 'value', typed.value, field);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
