import { ok, type Result } from '#core/result.ts';

type Paged = { readonly cursor: string | undefined };

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
