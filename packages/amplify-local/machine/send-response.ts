import type { ServerResponse } from 'node:http';
import type { HttpResponse } from './http-response.ts';

/** Resolves to whether all of it was sent before the client disconnected. */
export function sendResponse(
  response: ServerResponse,
  { status, headers, body }: HttpResponse,
): Promise<boolean> {
  return new Promise((resolve) => {
    response.on('finish', () => resolve(true));
    response.on('close', () => resolve(false));
    if (response.destroyed) return resolve(false);
    response.statusCode = status;
    for (const [name, value] of headers) response.appendHeader(name, value);
    response.end(body);
  });
}
