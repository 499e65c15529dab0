/**
 * For tests: imitates a browser that translates the page, by replacing each text with `font` elements, also later
 * ones. The texts stay the same, so that tests find them. Returns a function that ends it.
 */
export function translatePage(root: Node = document.body): () => void {
  textsIn(root).forEach(translate);
  const observer = new MutationObserver((records) =>
    records.flatMap((it) => [...it.addedNodes].flatMap(textsIn)).forEach(translate),
  );
  observer.observe(root, { childList: true, subtree: true });
  return () => observer.disconnect();
}

function textsIn(node: Node): Text[] {
  return node instanceof Text ? [node] : [...node.childNodes].flatMap(textsIn);
}

/** Texts of an `option` are left alone, because user-event finds options by them. */
const untouched = 'font, script, style, option, [translate=no]';

function translate(text: Text): void {
  const parent = text.parentElement;
  if (!parent || parent.closest(untouched)) return;
  const [outer, inner] = [document.createElement('font'), document.createElement('font')];
  inner.textContent = text.data;
  outer.append(inner);
  parent.replaceChild(outer, text);
}
