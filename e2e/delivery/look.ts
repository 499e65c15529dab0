import type { Person } from '../person.ts';
import type { Summary } from './evidence.ts';

type Page = { readonly items: readonly { readonly id: string }[]; readonly cursor?: string };

/** What the API shows, page by page. */
export async function idsIn(person: Person, path: string): Promise<readonly string[]> {
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

export async function summaryOf(owner: Person, form: string): Promise<Summary> {
  return (await json(owner, `${form}/summary`)) as Summary;
}

async function json(person: Person, path: string): Promise<unknown> {
  const response = await person.get(path);
  if (!response.ok) throw new Error(`GET ${path} answered ${response.status}.`);
  return response.json();
}
