import type { ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';

/** Whether all of it was handed over before the client went away. */
export function sendAnswer(
  response: ServerResponse,
  { status, headers, body }: Answer,
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
