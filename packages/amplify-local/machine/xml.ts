/** The content of an XML element. `undefined` is left out; a list becomes one element for each item. */
export type Content =
  | string
  | number
  | boolean
  | Date
  | undefined
  | readonly Content[]
  | { readonly [name: string]: Content };

/**
 * `element('Name', { A: 1, B: ['x', 'y'] })` is `<Name><A>1</A><B>x</B><B>y</B></Name>`.
 * @param escape how text is written
 */
export function element(
  name: string,
  content: Content,
  namespace?: string,
  escape: Escape = withoutControls,
): string {
  const opening = namespace === undefined ? name : `${name} xmlns="${namespace}"`;
  return `<${opening}>${serialize(content, escape)}</${name}>`;
}

type Escape = (text: string) => string;

/** A list in the query protocol: each item is a `member`. */
export function members(items: readonly Content[]): Content {
  return { member: items };
}

function serialize(content: Content, escape: Escape): string {
  if (content instanceof Date) return content.toISOString();
  if (typeof content !== 'object') return escape(String(content ?? ''));
  return Object.entries(content)
    .flatMap(([name, inner]: [string, Content]) =>
      inner === undefined ? [] : [inner].flat().map((one) => element(name, one, undefined, escape)),
    )
    .join('');
}

/** Drops most control characters, which XML 1.0 cannot contain. */
function withoutControls(text: string): string {
  return withReferences(text.replace(/(?![\n\t\r])\p{Cc}/gu, ''));
}

/** Keeps control characters, as S3 does in keys, though XML 1.0 does not have references to them. */
export function withReferences(text: string): string {
  return text.replace(/[&<>"]|\p{Cc}/gu, (it) => `&#${it.charCodeAt(0)};`);
}
