/**
 * For tests: what a browser does that translates a page. Each text is replaced by `font` elements, those
 * that come later too. The words stay, so that tests find them. Gives the way to end it.
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

/** Those of an `option` are left alone: the tests' person finds it by its very text. */
const untouched = 'font, script, style, option, [translate=no]';

function translate(text: Text): void {
  const parent = text.parentElement;
  if (!parent || parent.closest(untouched)) return;
  const [outer, inner] = [document.createElement('font'), document.createElement('font')];
  inner.textContent = text.data;
  outer.append(inner);
  parent.replaceChild(outer, text);
}
