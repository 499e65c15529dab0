import { Redirect } from 'wouter';
import type { Form } from '#core/form.ts';
import type { pageIds } from '#forms/reserved-ids.ts';
import { part } from './part.tsx';
import { PageNeedsNetwork } from './shell/needs-network.tsx';
import { PageToCome } from './shell/page.tsx';

const options = { Waiting: PageToCome, Missing: PageNeedsNetwork };
const DeskPage = part(() => import('./desk/desk-page.tsx'), options);
const ErasePage = part(() => import('./account/erase-page.tsx'), options);
const EditPage = part(() => import('./pages/edit.tsx'), options);
const NotFoundPage = part(() => import('./pages/not-found.tsx'), options);

/** A page whose address is not reserved would be hidden by a form of that id: the compiler says so. */
type PageId = (typeof pageIds)[number];

const pages = {
  about: part(() => import('./about/about.tsx'), options),
  account: part(() => import('./account/account.tsx'), options),
  api: part(() => import('./pages/api.tsx'), options),
  outbox: part(() => import('./pages/outbox.tsx'), options),
} satisfies { readonly [Name in Exclude<PageId, 'entries' | 'sign-in'>]: unknown };

type Props = {
  readonly forms: readonly [Form, ...Form[]];
  /** Where it is, such as `['pwausers', 'responses']`. */
  readonly parts: readonly string[];
};

/** The pages that nobody comes to first: what each is called would be in everybody's first load. */
export default function OtherPages({ forms, parts }: Props) {
  const [name = '', section, id] = parts;
  if (!section) {
    // What the installed app's shortcut opens, whichever forms there are.
    if (name === 'entries') return <Redirect to={`/${forms[0].id}/entries`} replace />;
    if (!isPage(name)) return <NotFoundPage />;
    const Page = pages[name];
    return <Page forms={forms} />;
  }
  if (name === 'account' && section === 'erase' && !id) return <ErasePage />;
  const form = forms.find((it) => it.id === name);
  if (form && section === 'responses' && !id) return <DeskPage key={name} form={form} />;
  if (form && section === 'entries' && id && !parts[3])
    return <EditPage key={id} form={form} id={id} />;
  return <NotFoundPage />;
}

function isPage(name: string): name is keyof typeof pages {
  return Object.hasOwn(pages, name);
}
