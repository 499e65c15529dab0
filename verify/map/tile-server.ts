import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type TileServer = AsyncDisposable & {
  readonly origin: string;
  /** The paths that were requested. */
  readonly requested: string[];
};

/** The only colour of its tiles. No part of the page has it. */
export const tileColour = [255, 0, 255] as const;

/** A server of a street map: a style, and vector tiles that are one square each. */
export async function startTileServer(): Promise<TileServer> {
  const requested: string[] = [];
  const server = createServer(({ url = '/', headers: { host } }, response) => {
    requested.push(url);
    const origin = `http://${host}`;
    const headers = { 'access-control-allow-origin': '*' };
    const json = { '/style.json': styleOf(origin), '/tiles.json': tilesOf(origin) }[url];
    if (json) response.writeHead(200, headers).end(JSON.stringify(json));
    else if (url.endsWith('.pbf')) response.writeHead(200, headers).end(square);
    else response.writeHead(404, headers).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requested,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function styleOf(origin: string) {
  const source = { source: 'streets', 'source-layer': 'streets' };
  return {
    version: 8,
    glyphs: `${origin}/glyphs/{fontstack}/{range}`,
    sources: { streets: { type: 'vector', url: `${origin}/tiles.json` } },
    layers: [
      { id: 'background', type: 'background', paint: { 'background-color': '#ffffff' } },
      {
        id: 'streets',
        type: 'fill',
        ...source,
        paint: { 'fill-color': `rgb(${tileColour.join()})` },
      },
      {
        id: 'names',
        type: 'symbol',
        ...source,
        layout: { 'text-field': 'A', 'text-font': ['None'] },
      },
    ],
  };
}

const tilesOf = (origin: string) => ({
  tiles: [`${origin}/{z}/{x}/{y}.pbf`],
  minzoom: 0,
  maxzoom: 14,
});

/** A field of protocol buffers that has bytes. */
const bytesField = (number: number, bytes: readonly number[]) => [
  (number << 3) | 2,
  bytes.length,
  ...bytes,
];
const numberField = (number: number, value: readonly number[]) => [number << 3, ...value];

/** 4096 as a number, and steps of 4096 and back as signed ones. */
const [extent, there, back] = [
  [0x80, 0x20],
  [0x80, 0x40],
  [0xff, 0x3f],
] as const;

/** Begin at the corner, three lines, and the end: https://github.com/mapbox/vector-tile-spec/tree/master/2.1 */
const geometry = [9, 0, 0, 26, ...there, 0, 0, ...there, ...back, 0, 15];
const feature = [...numberField(3, [3]), ...bytesField(4, geometry)];
const layer = [
  ...numberField(15, [2]),
  ...bytesField(1, [...Buffer.from('streets')]),
  ...bytesField(2, feature),
  ...numberField(5, extent),
];
const square = Buffer.from(bytesField(3, layer));
