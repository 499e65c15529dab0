/**
 * Draws an element as the page shows it into a picture: backgrounds, the bars of charts, and texts in their fonts. A browser
 * has no way of its own, and Safari lets nobody save a picture of HTML. What cannot be seen or pressed in a picture is left
 * out.
 */
export function paintElement(element: HTMLElement): HTMLCanvasElement | undefined {
  const frame = element.getBoundingClientRect();
  const canvas = document.createElement('canvas');
  const bottom = Math.max(...[...element.children].filter(isPainted).map(bottomOf), frame.top);
  canvas.width = Math.ceil(frame.width * scale);
  canvas.height = Math.ceil((bottom + margin - frame.top) * scale);
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  context.scale(scale, scale);
  context.translate(-frame.left, -frame.top);
  context.fillStyle = getComputedStyle(element).backgroundColor;
  context.fillRect(frame.left, frame.top, canvas.width, canvas.height);
  paintInside(element, context);
  return canvas;
}

/** Pixels of the picture for each of the page: sharp on paper and on slides. */
const scale = 3;
/** Below the last thing, in pixels of the page. */
const margin = 18;

function isPainted(it: Element): boolean {
  return !it.matches('details, button, select, .visually-hidden');
}

function bottomOf(it: Element): number {
  return it.getBoundingClientRect().bottom;
}

function paintInside(parent: Element, context: CanvasRenderingContext2D): void {
  for (const node of parent.childNodes) {
    if (node instanceof Text) paintText(node, context);
    if (node instanceof Element && isPainted(node)) {
      paintBackground(node, context);
      if (!node.matches('title')) paintInside(node, context);
    }
  }
}

function paintBackground(it: Element, context: CanvasRenderingContext2D): void {
  const { fill, fillOpacity, backgroundColor } = getComputedStyle(it);
  const { left, top, width, height } = it.getBoundingClientRect();
  const isBar = it.matches('rect');
  context.globalAlpha = isBar ? Number(fillOpacity) : 1;
  context.fillStyle = isBar ? fill : backgroundColor;
  if (isBar || it instanceof HTMLElement) context.fillRect(left, top, width, height);
  context.globalAlpha = 1;
}

/** Word by word, where the browser has put it: lines break, and run in both directions. */
function paintText(text: Text, context: CanvasRenderingContext2D): void {
  const parent = text.parentElement;
  if (!parent || !(parent instanceof HTMLElement)) return;
  const { fontStyle, fontWeight, fontSize, fontFamily, color, direction } =
    getComputedStyle(parent);
  context.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  context.fillStyle = color;
  context.direction = direction === 'rtl' ? 'rtl' : 'ltr';
  context.textAlign = 'left';
  const range = document.createRange();
  for (const { index, 0: word } of text.data.matchAll(/\S+/g)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const [box] = range.getClientRects();
    if (!box) continue;
    const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } =
      context.measureText(word);
    context.fillText(word, box.left, box.top + (box.height - above - below) / 2 + above);
  }
}
