import { randomUUID } from 'node:crypto';
import type { Forward } from '../../../e2e/testing/network/forward-request.ts';

/**
 * Disables the API's idempotency: gives every attempt a new key, so that no two are recognized as the same.
 * Ids are mapped back, or the devices would not recognize their own entries.
 */
export function withoutIdempotency(forward: Forward): Forward {
  const idThere = new Map<string, string>();

  return async (request) => {
    const { method, path, headers } = request;
    const fresh = randomUUID();
    const rewritten = { ...request, headers: { ...headers, 'idempotency-key': fresh } };
    const isSubmission = method === 'POST' && !path.endsWith('/restore');
    const here = isSubmission ? (headers['idempotency-key'] ?? '') : idIn(path);
    const there = isSubmission ? fresh : (idThere.get(here) ?? here);
    const reply = await forward({ ...rewritten, path: path.replace(here, there) });
    if (isSubmission && reply.status === 201) idThere.set(here, there);
    return { ...reply, body: reply.body.replaceAll(there, here) };
  };
}

/** The entry's id in paths such as `/v1/pwausers/{id}/restore`. */
function idIn(path: string): string {
  return path.split('/')[3] ?? '';
}
