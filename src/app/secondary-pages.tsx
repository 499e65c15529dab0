import type { Form } from '#core/form/define-form.ts';
import { movedTo } from '../former-paths.ts';
import type { PageName } from '../page-paths.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { Redirect, useLocation } from '../ui/navigation.ts';
import { PageNeedsNetwork } from '../ui/needs-network.tsx';
import { LoadingPage } from '../ui/page.tsx';

const options = { Waiting: LoadingPage, Missing: PageNeedsNetwork };
const NotFoundPage = lazyPart(() => import('../pages/not-found/not-found-page.tsx'), options);

/** The compiler checks that every page is here or in the first load. */
type Elsewhere = 'home' | 'signIn' | 'fill' | 'fillPage' | 'check' | 'sent' | 'entries';

const ResponsesPage = lazyPart(() => import('../pages/responses/responses-page.tsx'), options);

const pagesOfForm = {
  entry: lazyPart(() => import('../pages/entry/entry-page.tsx'), options),
  edit: lazyPart(() => import('../pages/edit/edit-page.tsx'), options),
  responses: ResponsesPage,
};

const pages = {
  about: lazyPart(() => import('../pages/about/about-page.tsx'), options),
  account: lazyPart(() => import('../pages/account/account-page.tsx'), options),
  eraseAccount: lazyPart(() => import('../pages/account/erase-page.tsx'), options),
  api: lazyPart(() => import('../pages/api/api-page.tsx'), options),
  outbox: lazyPart(() => import('../pages/outbox/outbox-page.tsx'), options),
  responsesHome: ResponsesPage,
} satisfies {
  readonly [Name in Exclude<PageName, Elsewhere | 'editPage' | keyof typeof pagesOfForm>]: unknown;
};

type Props = {
  /** Undefined if there is no such page, or no such form. */
  readonly name?: PageName | undefined;
  readonly form?: Form;
  readonly entry?: string | undefined;
  readonly formPage?: string | undefined;
};

/** Pages that nobody visits first. Together, to keep their names out of the first load. */
export default function SecondaryPages({ name, form, entry = '', formPage }: Props) {
  const [path] = useLocation();
  const moved = movedTo(path, window.location.search);
  if (moved) return <Redirect to={moved} replace />;
  if (name && isIn(pages, name)) {
    const Page = pages[name];
    return <Page />;
  }
  if (form && name === 'entry') return <pagesOfForm.entry key={entry} form={form} id={entry} />;
  if (form && (name === 'edit' || (form.pages && name === 'editPage'))) {
    const at = { formPage, isCheck: name === 'edit' };
    return <pagesOfForm.edit key={entry} form={form} id={entry} at={at} />;
  }
  if (form && name === 'responses') return <pagesOfForm.responses form={form} />;
  return <NotFoundPage />;
}

function isIn<Pages extends object>(pages: Pages, name: PropertyKey): name is keyof Pages {
  return Object.hasOwn(pages, name);
}
