import { request } from 'node:http';
import type { BadRequest } from './hostile-requests.ts';

type RawAnswer = { readonly status: number; readonly body: string };

/** Sends the request without `fetch`, which would correct paths and headers. */
export function sendRaw(
  apiUrl: string,
  { method = 'GET', path = '', headers = {}, body }: BadRequest,
): Promise<RawAnswer> {
  const { hostname, port, pathname } = new URL(apiUrl);
  return new Promise<RawAnswer>((resolve, reject) => {
    const outgoing = request(
      { hostname, port, path: pathname + path, method, headers },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
