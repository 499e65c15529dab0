import { randomUUID } from 'node:crypto';
import { createMemoryStore } from '#core/testing/memory-store.ts';
import { anEvent, createInMemoryApi, withKey } from './in-memory-api.ts';

/** What a request has instead of the usual: an owner, an id of its own, the path of this response. */
export type Changes = {
  readonly by?: string;
  readonly groups?: string;
  readonly id?: string;
  readonly path?: string;
};

/** An entry of Ada's, and requests of hers and of owners. */
export async function entryAndOwner() {
  const store = createMemoryStore();
  const send = createInMemoryApi(undefined, store);
  const { body: entry } = await send(anEvent({ headers: withKey(randomUUID()) }, 'ada'));
  const entryId = String(entry['id']);
  return {
    store,
    send,
    entry,
    entryId,
    key: { username: 'ada', form: 'pwausers', id: entryId },
    asAuthor: (httpMethod: string, path = `/pwausers/${entryId}`, more: object = {}) =>
      send(anEvent({ httpMethod, path, body: null, ...more }, 'ada')),
    /** The responses, or one, as an owner reads them. */
    asOwner: async (query: Record<string, string> | null = null) => {
      const request = { httpMethod: 'GET', path: '/pwausers/responses' };
      const queryStringParameters = query;
      return (await send(anEvent({ ...request, queryStringParameters }, 'olga', 'owners'))).body;
    },
    /** Adds something to a part of the response, such as its reviews. */
    adder: (part: string) => {
      const own = `/pwausers/responses/ada/${entryId}/${part}`;
      return (
        body: unknown,
        { by = 'olga', groups = 'owners', id = randomUUID(), path = own }: Changes = {},
      ) => send(anEvent({ path, headers: withKey(id), body: JSON.stringify(body) }, by, groups));
    },
  };
}
