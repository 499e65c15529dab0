import { readdirSync, readFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** All that a development server gives away of the files in a folder, however it is asked for them. */
export async function givenAway(
  appUrl: string,
  root: string,
  folder: string,
): Promise<readonly string[]> {
  const given: string[] = [];
  for (const file of filesIn(join(root, folder))) {
    const parts = partsOf(readFileSync(file));
    if (parts.length === 0) continue;
    const path = file.slice(root.length + 1).replaceAll('\\', '/');
    const ask = async (way: string): Promise<void> => {
      const answer = await contentOf(appUrl, way);
      if (parts.some((part) => answer.includes(part))) given.push(way);
    };
    await Promise.all(waysTo(root, path).map(ask));
  }
  return given;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name));
}

/** What tells that a file was sent, as it is or written as text of a module; a short one tells nothing. */
function partsOf(content: Buffer): readonly string[] {
  const length = 32;
  if (content.length < length) return [];
  const starts = [0, Math.floor((content.length - length) / 2), content.length - length];
  return starts.flatMap((start) => {
    const part = content.subarray(start, start + length);
    const words = part.toString('latin1');
    return [words, JSON.stringify(words).slice(1, -1), content.subarray(0, 24).toString('base64')];
  });
}

/** By name, around corners, in other letters, and by each of the ways Vite has for a module. */
function waysTo(root: string, path: string): readonly string[] {
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

/** As it was written: `fetch` would put the path in order first. */
async function contentOf(appUrl: string, path: string): Promise<string> {
  const { hostname, port } = new URL(appUrl);
  const asking = request({ hostname, port, path, headers: { accept: '*/*' } }).end();
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  return text(answer.setEncoding('latin1'));
}
