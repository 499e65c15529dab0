import type { Form } from '#core/form/define-form.ts';
import { movedTo } from '../former-paths.ts';
import type { PageName } from '../page-paths.ts';
import AboutPage from '../pages/about/about-page.tsx';
import AccountPage from '../pages/account/account-page.tsx';
import ErasePage from '../pages/account/erase-page.tsx';
import EditPage from '../pages/edit/edit-page.tsx';
import MyEntriesPage from '../pages/entries/my-entries-page.tsx';
import EntryPage from '../pages/entry/entry-page.tsx';
import NotFoundPage from '../pages/not-found/not-found-page.tsx';
import OutboxPage from '../pages/outbox/outbox-page.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { useLocation } from '../ui/navigation.ts';
import { Redirect } from '../ui/redirect.ts';
import { PageNeedsNetwork } from '../ui/needs-network.tsx';
import { LoadingPage } from '../ui/page.tsx';

/** The compiler checks that every page is here or in the first load. */
type Elsewhere =
  | 'home'
  | 'signIn'
  | 'embed'
  | 'fill'
  | 'fillPage'
  | 'check'
  | 'sent'
  | 'responsesHome'
  | 'responses'
  | 'share';

const options = { Waiting: LoadingPage, Missing: PageNeedsNetwork };
/** Few people open it. */
const ApiPage = lazyPart(() => import('../pages/api/api-page.tsx'), options);

const pagesOfForm = {
  entry: EntryPage,
  edit: EditPage,
};

const pages = {
  about: AboutPage,
  account: AccountPage,
  eraseAccount: ErasePage,
  api: ApiPage,
  entries: MyEntriesPage,
  outbox: OutboxPage,
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

/** Pages that nobody visits first. Together, since each file is a request, and its name is in the first load. */
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
  return <NotFoundPage />;
}

function isIn<Pages extends object>(pages: Pages, name: PropertyKey): name is keyof Pages {
  return Object.hasOwn(pages, name);
}
