import {
  entriesPath,
  matchPath,
  pageAt,
  pathTo,
  type PageName,
  type PagePath,
} from './page-paths.ts';

/** Where these pages were before: bookmarks, mails and older installed versions have such addresses. */
export const formerPaths = {
  entries: '/:form/entries',
  edit: '/:form/entries/:entry',
  responses: '/:form/responses',
} as const satisfies Partial<Record<PageName, `/:form/${string}`>>;

/** The present address of a page that was somewhere else before. */
export function movedTo(path: string, search: string): PagePath | undefined {
  if (pageAt(path).page) return undefined;
  const { page, form = '', entry = '' } = matchPath(path, formerPaths);
  if (page === 'edit') return pathTo.edit(form, entry);
  if (page === 'entries')
    return entriesPath(form, /[?&]withdrawn\b/.test(search) ? 'withdrawn' : undefined);
  return page === 'responses' ? ((pathTo.responses(form) + search) as PagePath) : undefined;
}
