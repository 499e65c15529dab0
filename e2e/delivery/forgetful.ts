import { randomUUID } from 'node:crypto';
import type { Forward } from './proxy.ts';

/**
 * The same API without its idempotency: every attempt has a key of its own, so that it knows no two of
 * them for the same. Ids are translated, or the devices would not recognise their own entries either.
 */
export function forgetful(forward: Forward): Forward {
  const idThere = new Map<string, string>();

  return async (request) => {
    const { method, path, headers } = request;
    const fresh = randomUUID();
    const asked = { ...request, headers: { ...headers, 'idempotency-key': fresh } };
    const isSubmission = method === 'POST' && !path.endsWith('/restore');
    const here = isSubmission ? (headers['idempotency-key'] ?? '') : idIn(path);
    const there = isSubmission ? fresh : (idThere.get(here) ?? here);
    const reply = await forward({ ...asked, path: path.replace(here, there) });
    if (isSubmission && reply.status === 201) idThere.set(here, there);
    return { ...reply, body: reply.body.replaceAll(there, here) };
  };
}

/** Of the entry, in `/v1/pwausers/{id}/restore` and the like. */
function idIn(path: string): string {
  return path.split('/')[3] ?? '';
}
