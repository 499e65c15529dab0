type Box = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Whether something that a person has typed or chosen is in the page's boxes and nowhere else, be the
 * boxes of Amplify's sign-in. What is kept somewhere says so by `data-kept`.
 */
export function watchTyping(page: Document): () => boolean {
  const touched = new Set<Box>();
  const isOnlyHere = (box: Box) =>
    box.isConnected && !box.closest('[data-kept]') && holdsSomething(box);
  const touch = ({ target }: Event) => {
    for (const box of touched) if (!box.isConnected) touched.delete(box);
    if (isBox(target)) touched.add(target);
  };
  // While they go down: whoever hears of them on the page may keep them to themselves.
  page.addEventListener('input', touch, { capture: true });
  page.addEventListener('change', touch, { capture: true });
  return () => [...touched].some(isOnlyHere);
}

function isBox(target: EventTarget | null): target is Box {
  return target instanceof Element && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

function holdsSomething(box: Box): boolean {
  return 'checked' in box && /^(checkbox|radio)$/.test(box.type) ? box.checked : box.value !== '';
}
