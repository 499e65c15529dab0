import { XMLParser } from 'fast-xml-parser';
import { getOwn } from '../../../template/get-own-value.ts';
import { failS3 } from './s3-failure.ts';
import type { S3Request } from './s3-request.ts';

/** An element: its text, or its children by name. */
type Node = string | { readonly [name: string]: Node | readonly Node[] };

/** An element of a request's body. */
export type XmlElement = {
  text(name: string): string | undefined;
  requiredText(name: string): string;
  child(name: string): XmlElement;
  /** The elements of this name; none if there is none. */
  all(name: string): readonly XmlElement[];
};

/** Bytes: a thousand keys of the greatest length, each character written as a reference. */
const longestBody = 8 * 1024 * 1024;

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  trimValues: false,
  // Numeric references too.
  htmlEntities: true,
});

/** Parses a body whose root has this name. Anything else is `MalformedXML`. */
export async function readXml(
  { body }: Pick<S3Request, 'body'>,
  root: string,
): Promise<XmlElement> {
  const text = await textOf(body);
  // A document type could define entities that expand without end.
  if (/<!(?!\[CDATA\[)/.test(text)) failS3('MalformedXML');
  const parsed = parse(text);
  return elementFrom(parsed).child(root);
}

function parse(text: string): Node {
  try {
    return parser.parse(text, true) as Node;
  } catch {
    return failS3('MalformedXML');
  }
}

function elementFrom(node: Node): XmlElement {
  const nodes = (name: string): readonly Node[] => {
    const found = typeof node === 'string' ? undefined : getOwn(node, name);
    return found === undefined ? [] : [found].flat();
  };
  const one = (name: string): Node | undefined => {
    const [found, ...more] = nodes(name);
    return more.length > 0 ? failS3('MalformedXML') : found;
  };
  const text = (name: string): string | undefined => {
    const found = one(name);
    return found === undefined || typeof found === 'string' ? found : failS3('MalformedXML');
  };
  return {
    text,
    requiredText: (name) => text(name) ?? failS3('MalformedXML'),
    child: (name) => elementFrom(one(name) ?? failS3('MalformedXML')),
    all: (name) => nodes(name).map(elementFrom),
  };
}

async function textOf(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > longestBody) failS3('MalformedXML');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
