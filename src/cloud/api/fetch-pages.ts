import { ok, type Result } from '#core/values/result.ts';

type Paged = { readonly cursor: string | undefined };

/** How many empty pages are fetched before the person is asked whether to go on. */
const maxEmptyPages = 10;

/**
 * The first page with entries, or the last page. After several empty pages, or when the next one cannot be
 * fetched, an empty page with a cursor: fetching on from there then reports the failure.
 */
export async function firstWithEntries<
  Page extends Paged & { readonly entries: readonly unknown[] },
  Problem,
>(
  fetchPage: (cursor?: string) => Promise<Result<Page, Problem>>,
  cursor?: string,
): Promise<Result<Page, Problem>> {
  let page = await fetchPage(cursor);
  for (let more = 1; more < maxEmptyPages && page.ok; more += 1) {
    if (page.value.entries.length > 0 || page.value.cursor === undefined) return page;
    const next = await fetchPage(page.value.cursor);
    if (!next.ok) return page;
    page = next;
  }
  return page;
}

/**
 * Fetches page after page, until the last one or a failure.
 * @param onPage called with each page; returns whether to go on
 */
export async function eachPage<Page extends Paged, Problem>(
  fetchPage: (cursor?: string) => Promise<Result<Page, Problem>>,
  onPage: (page: Page) => boolean,
  cursor?: string,
): Promise<Result<'end' | 'enough', Problem>> {
  let next = cursor;
  do {
    const page = await fetchPage(next);
    if (!page.ok) return page;
    if (!onPage(page.value)) return ok('enough');
    next = page.value.cursor;
  } while (next !== undefined);
  return ok('end');
}
