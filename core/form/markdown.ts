/** A part of a line. */
export type Span =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'bold' | 'italic'; readonly parts: readonly Span[] }
  | { readonly is: 'link'; readonly href: string; readonly parts: readonly Span[] };

export type Block =
  | { readonly is: 'paragraph'; readonly parts: readonly Span[] }
  | {
      readonly is: 'list';
      readonly isNumbered: boolean;
      readonly items: readonly (readonly Span[])[];
    };

/** Addresses that a text may link to. A `javascript:` address would run when clicked. */
const linkable = /^(https:\/\/|mailto:|tel:)/i;

/**
 * Reads the small part of Markdown that notes are written in: paragraphs, lists, bold, italic and links. Everything
 * else, HTML included, is text. A backslash takes the meaning of the character after it.
 */
export function parseMarkdown(text: string): readonly Block[] {
  const blocks: Lines[] = [];
  let isOpen = false;
  for (const line of text.split('\n')) {
    const item = /^\s{0,3}(?:[-*]|(\d{1,3})[.)])\s+(\S.*)$/.exec(line);
    const last = isOpen ? blocks.at(-1) : undefined;
    isOpen = line.trim() !== '';
    if (item) {
      const [, number, content = ''] = item;
      const kind = number === undefined ? 'bullets' : 'numbers';
      // An empty line between two items does not end the list.
      const list = blocks.at(-1);
      if (list?.kind === kind) list.texts.push(content);
      else blocks.push({ kind, texts: [content] });
    } else if (last && isOpen) last.texts.push(`${last.texts.pop() ?? ''} ${line.trim()}`);
    else if (isOpen) blocks.push({ kind: 'paragraph', texts: [line.trim()] });
  }
  return blocks.map(({ kind, texts }) =>
    kind === 'paragraph'
      ? { is: 'paragraph', parts: spansIn(texts.join(' ')) }
      : { is: 'list', isNumbered: kind === 'numbers', items: texts.map(spansIn) },
  );
}

type Lines = { readonly kind: 'paragraph' | 'bullets' | 'numbers'; readonly texts: string[] };

/** The addresses in a text that are not links, because of how they begin. */
export function refusedLinks(text: string): readonly string[] {
  return [...text.matchAll(/\]\(([^()\s]{0,2000})\)/g)]
    .map(([, href = '']) => href)
    .filter((href) => !linkable.test(href));
}

function spansIn(text: string): readonly Span[] {
  const spans: Span[] = [];
  let plain = '';
  let at = 0;
  while (at < text.length) {
    const found = spanAt(text, at);
    if (found) {
      if (plain !== '') spans.push({ is: 'text', text: plain });
      spans.push(found.span);
      plain = '';
      at = found.end;
    } else {
      if (isEscape(text, at)) at += 1;
      plain += text.charAt(at);
      at += 1;
    }
  }
  return plain === '' ? spans : [...spans, { is: 'text', text: plain }];
}

type Found = { readonly span: Span; readonly end: number };

function spanAt(text: string, at: number): Found | undefined {
  if (text.startsWith('**', at)) return emphasisAt(text, at, '**', 'bold');
  if (text.startsWith('*', at)) return emphasisAt(text, at, '*', 'italic');
  return text.startsWith('[', at) ? linkAt(text, at) : undefined;
}

function emphasisAt(
  text: string,
  at: number,
  mark: '*' | '**',
  is: 'bold' | 'italic',
): Found | undefined {
  const start = at + mark.length;
  const end = indexOfMark(text, mark, start + 1);
  if (end < 0 || /\s/.test(text.charAt(start)) || /\s/.test(text.charAt(end - 1))) return undefined;
  return { span: { is, parts: spansIn(text.slice(start, end)) }, end: end + mark.length };
}

function linkAt(text: string, at: number): Found | undefined {
  const middle = indexOfMark(text, '](', at + 1);
  const end = middle < 0 ? -1 : text.indexOf(')', middle);
  const href = text.slice(middle + 2, end);
  if (end < 0 || /\s/.test(href) || !linkable.test(href)) return undefined;
  return { span: { is: 'link', href, parts: spansIn(text.slice(at + 1, middle)) }, end: end + 1 };
}

/** Where a mark is that no backslash precedes; -1 if nowhere. */
function indexOfMark(text: string, mark: string, from: number): number {
  let at = text.indexOf(mark, from);
  while (at > 0 && isEscape(text, at - 1)) at = text.indexOf(mark, at + 1);
  return at;
}

/** Whether this is a backslash before a character that has a meaning. */
function isEscape(text: string, at: number): boolean {
  return text.charAt(at) === '\\' && /[\\*[\]()\-\d]/.test(text.charAt(at + 1));
}
