import type { Form } from '#core/form/define-form.ts';
import { pageId } from '#core/form/form-pages.ts';
import type { FillTarget } from '../../form/fill-target.ts';
import { pathTo, withQuery, type PagePath } from '../../page-paths.ts';

/** What of a form with pages is shown. */
export type ShownPage = {
  /** The id of a page; the first by default. */
  readonly formPage?: string | undefined;
  /** Where people check their answers. */
  readonly isCheck?: boolean;
};

/** The addresses of the pages of one form, for a new entry or a change. */
export type PageAddresses = {
  readonly page: (id: string) => PagePath;
  readonly check: PagePath;
  /** Whether every page leads back to where the answers are checked, as when an entry is changed. */
  readonly isForChange: boolean;
};

export function addressesFor({ form, entry }: Pick<FillTarget, 'form' | 'entry'>): PageAddresses {
  return entry ? changeAddresses(form, entry.id) : newEntryAddresses(form);
}

function newEntryAddresses({ id: form, pages = [] }: Form): PageAddresses {
  const first = pages[0] && pageId(pages[0]);
  return {
    page: (id) => (id === first ? pathTo.fill(form) : pathTo.fillPage(form, id)),
    check: pathTo.check(form),
    isForChange: false,
  };
}

function changeAddresses({ id: form }: Form, entry: string): PageAddresses {
  return {
    page: (id) => pathTo.editPage(form, entry, id),
    check: pathTo.edit(form, entry),
    isForChange: true,
  };
}

/** Marks a page that was opened to change one answer: it leads back to where the answers are checked. */
const changeParameter = 'change';

/** The page of a field, to change its answer. Inside a repeat it is the path of the answer. */
export function toChange(page: PagePath, field: string): PagePath {
  return withQuery(page, new URLSearchParams({ [changeParameter]: field }));
}

/** The field whose answer a page was opened to change. */
export function fieldToChange(search: string): string | undefined {
  return new URLSearchParams(search).get(changeParameter) ?? undefined;
}
