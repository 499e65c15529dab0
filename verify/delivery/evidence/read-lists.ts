import { setTimeout as wait } from 'node:timers/promises';
import type { SignedInPerson } from '../../../e2e/testing/backend/signed-in-person.ts';
import type { Summary } from './evidence.ts';

type Page = { readonly items: readonly { readonly id: string }[]; readonly cursor?: string };

/** Reads all pages of a list from the API. */
export async function listIds(person: SignedInPerson, path: string): Promise<readonly string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ limit: '100', ...(cursor !== undefined && { cursor }) });
    const page = (await json(person, `${path}?${query}`)) as Page;
    ids.push(...page.items.map(({ id }) => id));
    ({ cursor } = page);
  } while (cursor !== undefined);
  return ids;
}

export async function readSummary(owner: SignedInPerson, form: string): Promise<Summary> {
  return (await json(owner, `${form}/summary`)) as Summary;
}

/** Tries again if the server says that it is busy: it has just been restarted, and so has the database. */
async function json(person: SignedInPerson, path: string, attempts = 10): Promise<unknown> {
  const response = await person.get(path);
  if (response.status === 503 && attempts > 1) {
    await wait(1000);
    return json(person, path, attempts - 1);
  }
  if (!response.ok) throw new Error(`GET ${path} answered ${response.status}.`);
  return response.json();
}
