type Box = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Whether any of the page's inputs, Amplify's included, has text or a choice that is saved nowhere else.
 * Elements with `data-kept` contain saved input.
 */
export function watchUnsavedInput(page: Document): () => boolean {
  const touched = new Set<Box>();
  const isUnsaved = (box: Box) => box.isConnected && !box.closest('[data-kept]') && isFilled(box);
  const touch = ({ target }: Event) => {
    if (!isBox(target) || touched.has(target)) return;
    for (const box of touched) if (!box.isConnected) touched.delete(box);
    touched.add(target);
  };
  // In the capture phase: a listener on the page may stop the event.
  page.addEventListener('input', touch, { capture: true });
  page.addEventListener('change', touch, { capture: true });
  return () => [...touched].some(isUnsaved);
}

function isBox(target: EventTarget | null): target is Box {
  return target instanceof Element && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

function isFilled(box: Box): boolean {
  return 'checked' in box && /^(checkbox|radio)$/.test(box.type) ? box.checked : box.value !== '';
}
