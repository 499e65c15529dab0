import { ok, type Result } from '#core/result.ts';

type Paged = { readonly cursor: string | undefined };

/** Pages that may be empty before somebody is asked whether to look any further. */
const patient = 10;

/**
 * The first page with something on it, or the last one. After some empty ones, or where the next cannot be
 * had, an empty one that says where to go on: whoever wants to asks for it, and hears what is wrong.
 */
export async function firstWithEntries<
  Page extends Paged & { readonly entries: readonly unknown[] },
  Problem,
>(
  ask: (cursor?: string) => Promise<Result<Page, Problem>>,
  cursor?: string,
): Promise<Result<Page, Problem>> {
  let page = await ask(cursor);
  for (let more = 1; more < patient && page.ok; more += 1) {
    if (page.value.entries.length > 0 || page.value.cursor === undefined) return page;
    const next = await ask(page.value.cursor);
    if (!next.ok) return page;
    page = next;
  }
  return page;
}

/**
 * Page after page, until the last one, or a failure.
 * @param take what to do with each; it says whether to go on
 */
export async function eachPage<Page extends Paged, Problem>(
  ask: (cursor?: string) => Promise<Result<Page, Problem>>,
  take: (page: Page) => boolean,
  cursor?: string,
): Promise<Result<'end' | 'enough', Problem>> {
  let next = cursor;
  do {
    const page = await ask(next);
    if (!page.ok) return page;
    if (!take(page.value)) return ok('enough');
    next = page.value.cursor;
  } while (next !== undefined);
  return ok('end');
}
