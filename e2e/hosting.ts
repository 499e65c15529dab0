import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { listenOnLoopback } from '../local/loopback.ts';
import { inPlace, type Origins } from './origins.ts';

export type Rule = {
  readonly pattern: string;
  readonly headers: readonly { readonly key: string; readonly value: string }[];
};

export type Served = {
  /** Where it has to be; any that is free when left out. */
  readonly port?: number;
  /** For an app that was built for no cloud in particular. */
  readonly origins?: Origins;
};

/** A built app, served as Amplify Hosting does: `customHttp.yml`'s headers, and docs/deploy.md's rewrite. */
export async function startHosting(folder: string, { port = 0, origins }: Served = {}) {
  const { customHeaders } = parse(readFileSync('customHttp.yml', 'utf8')) as {
    customHeaders: readonly Rule[];
  };
  return listenOnLoopback(hosting(folder, customHeaders, origins), port, 'its own');
}

/** Sees paths without a dot, which are pages. A file that is missing is missing, and no page is kept in its place. */
const rewritten = /^[^.]+$/;

function hosting(folder: string, rules: readonly Rule[], origins?: Origins): RequestListener {
  return (request, response) => void answer(request, response);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = rewritten.test(pathname) ? '/index.html' : normalize(pathname);
    const headers = headersFor(pathname, rules);
    const found = await readFile(join(folder, file)).catch(() => undefined);
    if (!found) {
      // Hosting sets Cache-Control with a 200 alone.
      const { 'Cache-Control': _, ...others } = headers;
      response.writeHead(404, others).end();
      return;
    }
    const type = types[extname(file)] ?? 'application/octet-stream';
    const content = origins && isText(type) ? Buffer.from(inPlace(String(found), origins)) : found;
    const isPacked = isCompressed(type, content, request);
    response.writeHead(200, {
      'Content-Type': type,
      ...(isPacked && { 'Content-Encoding': 'gzip' }),
      ...headers,
    });
    const sent = isPacked ? gzipSync(content) : content;
    response.end(request.method === 'HEAD' ? undefined : sent);
  }
}

/** As CloudFront does: text, from a thousand bytes on. */
function isCompressed(type: string, { length }: Buffer, { headers }: IncomingMessage): boolean {
  return isText(type) && length >= 1000 && /\bgzip\b/.test(String(headers['accept-encoding']));
}

function isText(type: string): boolean {
  return /^text\/|json|svg/.test(type);
}

/** Of every rule that fits, by the path that was asked for; a later rule wins. */
export function headersFor(path: string, rules: readonly Rule[]): Record<string, string> {
  const fitting = rules.filter(({ pattern }) => fits(pattern, path));
  return Object.fromEntries(
    fitting.flatMap(({ headers }) => headers.map(({ key, value }) => [key, value])),
  );
}

/** `**` is any path, `*` a name. */
export function fits(pattern: string, path: string): boolean {
  if (pattern === '**/*') return true;
  const escaped = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll('**', '.+').replaceAll('*', '[^/]+')}$`).test(path);
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webmanifest': 'application/manifest+json',
};
