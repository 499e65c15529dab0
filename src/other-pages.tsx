import { lazy } from 'react';
import { Redirect } from 'wouter';
import type { Form } from '#core/form.ts';
import type { reservedIds } from '#forms/reserved-ids.ts';

const DeskPage = lazy(() => import('./desk/desk-page.tsx'));
const ErasePage = lazy(() => import('./account/erase-page.tsx'));
const EditPage = lazy(() => import('./pages/edit.tsx'));
const NotFoundPage = lazy(() => import('./pages/not-found.tsx'));

/** A page whose address is not reserved would be hidden by a form of that id: the compiler says so. */
type ReservedId = (typeof reservedIds)[number];

const pages = {
  about: lazy(() => import('./about/about.tsx')),
  account: lazy(() => import('./account/account.tsx')),
  api: lazy(() => import('./pages/api.tsx')),
  outbox: lazy(() => import('./pages/outbox.tsx')),
} satisfies { readonly [Name in Exclude<ReservedId, 'entries' | 'sign-in'>]: unknown };

type Props = {
  readonly forms: readonly [Form, ...Form[]];
  /** Where it is, such as `['pwausers', 'responses']`. */
  readonly parts: readonly string[];
};

/** The pages that nobody comes to first: what each is called would be in everybody's first load. */
export default function OtherPages({ forms, parts }: Props) {
  const [name = '', part, id] = parts;
  if (!part) {
    // What the installed app's shortcut opens, whichever forms there are.
    if (name === 'entries') return <Redirect to={`/${forms[0].id}/entries`} replace />;
    if (!isPage(name)) return <NotFoundPage />;
    const Page = pages[name];
    return <Page forms={forms} />;
  }
  if (name === 'account' && part === 'erase' && !id) return <ErasePage forms={forms} />;
  const form = forms.find((it) => it.id === name);
  if (form && part === 'responses' && !id) return <DeskPage key={name} form={form} />;
  if (form && part === 'entries' && id && !parts[3])
    return <EditPage key={id} form={form} id={id} />;
  return <NotFoundPage />;
}

function isPage(name: string): name is keyof typeof pages {
  return Object.hasOwn(pages, name);
}
