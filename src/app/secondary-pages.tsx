import type { Form } from '#core/form/define-form.ts';
import { pathTo, type PageName } from '../page-paths.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { Redirect } from '../ui/navigation.ts';
import { PageNeedsNetwork } from '../ui/needs-network.tsx';
import { LoadingPage } from '../ui/page.tsx';

const options = { Waiting: LoadingPage, Missing: PageNeedsNetwork };
const NotFoundPage = lazyPart(() => import('../pages/not-found/not-found-page.tsx'), options);

/** The compiler checks that every page is here or in the first load. */
type Elsewhere = 'home' | 'signIn' | 'anyEntries' | 'fill' | 'sent' | 'entries';

const pagesOfForm = {
  edit: lazyPart(() => import('../pages/edit/edit-page.tsx'), options),
  responses: lazyPart(() => import('../pages/responses/responses-page.tsx'), options),
};

const pages = {
  about: lazyPart(() => import('../pages/about/about-page.tsx'), options),
  account: lazyPart(() => import('../pages/account/account-page.tsx'), options),
  eraseAccount: lazyPart(() => import('../pages/account/erase-page.tsx'), options),
  api: lazyPart(() => import('../pages/api/api-page.tsx'), options),
  outbox: lazyPart(() => import('../pages/outbox/outbox-page.tsx'), options),
} satisfies { readonly [Name in Exclude<PageName, Elsewhere | keyof typeof pagesOfForm>]: unknown };

type Props = {
  readonly forms: readonly [Form, ...Form[]];
  readonly name: PageName | undefined;
  /** Undefined if no form has the id in the address. */
  readonly form: Form | undefined;
  readonly entry: string | undefined;
};

/** Pages that nobody visits first. Together, to keep their names out of the first load. */
export default function SecondaryPages({ forms, name, form, entry = '' }: Props) {
  if (name === 'anyEntries') return <Redirect to={pathTo.entries(forms[0].id)} replace />;
  if (name && isIn(pages, name)) {
    const Page = pages[name];
    return <Page forms={forms} />;
  }
  if (form && name === 'edit') return <pagesOfForm.edit key={entry} form={form} id={entry} />;
  if (form && name === 'responses') return <pagesOfForm.responses key={form.id} form={form} />;
  return <NotFoundPage />;
}

function isIn<Pages extends object>(pages: Pages, name: PropertyKey): name is keyof Pages {
  return Object.hasOwn(pages, name);
}
