import { readdirSync, readFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** The files in a folder that a development server sends to a client, whatever path the client tries. */
export async function readableFiles(
  appUrl: string,
  root: string,
  folder: string,
): Promise<readonly string[]> {
  const readable: string[] = [];
  for (const file of filesIn(join(root, folder))) {
    const parts = recognizableParts(longestStretchWithout(root, readFileSync(file)));
    if (parts.length === 0) continue;
    const path = file.slice(root.length + 1).replaceAll('\\', '/');
    const tryPath = async (variant: string): Promise<void> => {
      const answer = await contentOf(appUrl, variant);
      if (parts.some((part) => answer.includes(part))) readable.push(variant);
    };
    await Promise.all(pathVariants(root, path).map(tryPath));
  }
  return readable;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name));
}

/** The page that refuses a file names the project's folder, so a part of its path does not show that a file was sent. */
function longestStretchWithout(root: string, content: Buffer): Buffer {
  const stretches = content.toString('latin1').split(root);
  return Buffer.from(stretches.toSorted((a, b) => b.length - a.length)[0] ?? '', 'latin1');
}

/** Parts of a file that show that it was sent, raw or as a string in a module. Short lines show nothing. */
function recognizableParts(content: Buffer): readonly string[] {
  const length = 32;
  if (content.length < length) return [];
  const starts = [0, Math.floor((content.length - length) / 2), content.length - length];
  return starts.flatMap((start) => {
    const part = content.subarray(start, start + length);
    const characters = part.toString('latin1');
    return [
      characters,
      JSON.stringify(characters).slice(1, -1),
      content.subarray(0, 24).toString('base64'),
    ];
  });
}

/** Variants of a path: plain, with `..`, encoded, in upper case, and with each of Vite's prefixes and queries. */
function pathVariants(root: string, path: string): readonly string[] {
  const [first = '', ...rest] = path.split('/');
  const tail = rest.join('/');
  const plain = [
    `/${path}`,
    `//${path}`,
    `/./${path}`,
    `/src/../${path}`,
    `/src/%2e%2e/${path}`,
    `/src/..%2f${path.replaceAll('/', '%2f')}`,
    `/src/..\\${path.replaceAll('/', '\\')}`,
    `/node_modules/../${path}`,
    `/%2e${first.slice(1)}/${tail}`,
    `/${first.toUpperCase()}/${tail}`,
    `/${path}/`,
    `/${path}%00`,
    `/${path}::$DATA`,
    `/@fs${root}/${path}`,
    `/@fs/${root}/${path}`,
    `/@fs${root}/src/../${path}`,
    `/@fs${root}/src/%2e%2e/${path}`,
    `/@id/${path}`,
    `/@id//${path}`,
    `/@id${root}/${path}`,
    `/@id/__x00__${root}/${path}`,
  ];
  const queries = [
    '?raw',
    '?raw??',
    '?url',
    '?inline',
    '?init',
    '?worker',
    '?direct',
    '?import',
    '?import&raw',
    '?import&raw??',
    '?import&url',
    '?import&inline',
    '?import&?inline=1.wasm?init',
    '?.svg?.wasm?init',
    '?import=1&html-proxy&index=0.js',
    '?v=1',
  ];
  return [
    ...plain,
    ...queries.flatMap((it) => [`/${path}${it}`, `/@fs${root}/${path}${it}`, `/@id/${path}${it}`]),
  ];
}

/** Sends the path as it is. `fetch` would normalize it first. */
async function contentOf(appUrl: string, path: string): Promise<string> {
  const { hostname, port } = new URL(appUrl);
  const outgoing = request({ hostname, port, path, headers: { accept: '*/*' } }).end();
  const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
  return text(answer.setEncoding('latin1'));
}
