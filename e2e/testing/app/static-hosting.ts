import { readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { listenOnLoopback } from '../../../packages/amplify-local/machine/loopback-server.ts';
import { maybeLate } from '../network/late-network.ts';
import { substituteOrigins, type AppOrigins } from './app-origins.ts';

export type HeaderRule = {
  readonly pattern: string;
  readonly headers: readonly { readonly key: string; readonly value: string }[];
};

export type HostingOptions = {
  /** Default: any free port. */
  readonly port?: number;
  /** Replaces the placeholder origins of a shared app. */
  readonly origins?: AppOrigins;
  /** Default: this project’s. */
  readonly headersFile?: string;
};

/**
 * Serves a built app like Amplify Hosting: with the headers in `customHttp.yml` and the rewrite of
 * docs/deploy.md.
 */
export async function startStaticHosting(
  folder: string,
  { port = 0, origins, headersFile = 'customHttp.yml' }: HostingOptions = {},
) {
  const { customHeaders } = parse(readFileSync(headersFile, 'utf8')) as {
    customHeaders: readonly HeaderRule[];
  };
  // A page of another site may ask for a frame, which the headers allow or not.
  return listenOnLoopback(hostingHandler(folder, customHeaders, origins), port, 'of this machine');
}

/** Paths without a dot are pages. A missing file is a 404, not a page. */
const pagePath = /^[^.]+$/;

function hostingHandler(
  folder: string,
  rules: readonly HeaderRule[],
  origins?: AppOrigins,
): RequestListener {
  const served = new Map<string, ServedFile>();
  return (request, response) => void answerRequest(request, response);

  async function answerRequest(request: IncomingMessage, response: ServerResponse): Promise<void> {
    await maybeLate();
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = pagePath.test(pathname) ? '/index.html' : normalize(pathname);
    const headers = headersFor(pathname, rules);
    const found = await servedFile(join(folder, file)).catch(() => undefined);
    if (!found) {
      // Hosting sets Cache-Control only with a 200.
      const { 'Cache-Control': _, ...others } = headers;
      response.writeHead(404, others).end();
      return;
    }
    const type = typeOf(file);
    const isGzipped = isCompressed(type, found.content, request);
    response.writeHead(200, {
      'Content-Type': type,
      ...(isGzipped && { 'Content-Encoding': 'gzip' }),
      ...headers,
    });
    const sent = isGzipped ? (found.gzipped ??= gzipSync(found.content)) : found.content;
    response.end(request.method === 'HEAD' ? undefined : sent);
  }

  /** Each new browser context requests every file, so each is prepared once, until it changes. */
  async function servedFile(path: string): Promise<ServedFile> {
    const { mtimeMs: changedAt } = await stat(path);
    const known = served.get(path);
    if (known?.changedAt === changedAt) return known;
    const found = await readFile(path);
    const isTemplate = origins && isText(typeOf(path));
    const content = isTemplate ? Buffer.from(substituteOrigins(String(found), origins)) : found;
    const file = { changedAt, content };
    served.set(path, file);
    return file;
  }
}

type ServedFile = {
  readonly changedAt: number;
  readonly content: Buffer;
  gzipped?: Buffer;
};

/** Like CloudFront: compresses text of a thousand bytes or more. */
function isCompressed(type: string, { length }: Buffer, { headers }: IncomingMessage): boolean {
  return isText(type) && length >= 1000 && /\bgzip\b/.test(String(headers['accept-encoding']));
}

function isText(type: string): boolean {
  return /^text\/|json|svg/.test(type);
}

/** The headers of every rule that matches the requested path; later rules win. */
export function headersFor(path: string, rules: readonly HeaderRule[]): Record<string, string> {
  const fitting = rules.filter(({ pattern }) => matchesPattern(pattern, path));
  return Object.fromEntries(
    fitting.flatMap(({ headers }) => headers.map(({ key, value }) => [key, value])),
  );
}

/** `**` matches any path, `*` one segment. */
export function matchesPattern(pattern: string, path: string): boolean {
  if (pattern === '**/*') return true;
  const escaped = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll('**', '.+').replaceAll('*', '[^/]+')}$`).test(path);
}

function typeOf(file: string): string {
  return types[extname(file)] ?? 'application/octet-stream';
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};
