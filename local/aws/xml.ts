/** What XML is made of here: `undefined` is left out, a list becomes one element for each of its items. */
export type Content =
  | string
  | number
  | boolean
  | Date
  | undefined
  | readonly Content[]
  | { readonly [name: string]: Content };

/** `element('Name', { A: 1, B: ['x', 'y'] })` is `<Name><A>1</A><B>x</B><B>y</B></Name>`. */
export function element(name: string, content: Content, namespace?: string): string {
  const opening = namespace === undefined ? name : `${name} xmlns="${namespace}"`;
  return `<${opening}>${written(content)}</${name}>`;
}

/** A list as the query protocol writes it: each item a `member`. */
export function members(items: readonly Content[]): Content {
  return { member: items };
}

function written(content: Content): string {
  if (content instanceof Date) return content.toISOString();
  if (typeof content !== 'object') return escaped(String(content ?? ''));
  return Object.entries(content)
    .flatMap(([name, inner]: [string, Content]) =>
      inner === undefined ? [] : [inner].flat().map((one) => element(name, one)),
    )
    .join('');
}

/** XML 1.0 has no way to write most control characters, and no use for them. */
function escaped(text: string): string {
  return text
    .replace(/(?![\n\t\r])\p{Cc}/gu, '')
    .replace(/[&<>"\r]/g, (it) => `&#${it.charCodeAt(0)};`);
}
