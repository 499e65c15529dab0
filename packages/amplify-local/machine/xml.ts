/** The content of an XML element. `undefined` is left out; a list becomes one element for each item. */
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
  return `<${opening}>${serialize(content)}</${name}>`;
}

/** A list in the query protocol: each item is a `member`. */
export function members(items: readonly Content[]): Content {
  return { member: items };
}

function serialize(content: Content): string {
  if (content instanceof Date) return content.toISOString();
  if (typeof content !== 'object') return escaped(String(content ?? ''));
  return Object.entries(content)
    .flatMap(([name, inner]: [string, Content]) =>
      inner === undefined ? [] : [inner].flat().map((one) => element(name, one)),
    )
    .join('');
}

/** Drops most control characters, which XML 1.0 cannot contain. */
function escaped(text: string): string {
  return text
    .replace(/(?![\n\t\r])\p{Cc}/gu, '')
    .replace(/[&<>"\r]/g, (it) => `&#${it.charCodeAt(0)};`);
}
