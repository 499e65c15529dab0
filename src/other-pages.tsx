import { lazy, type ReactNode } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import type { Form } from '#core/form.ts';

const AboutPage = lazy(() => import('./about/about.tsx'));
const AccountPage = lazy(() => import('./account/account.tsx'));
const ApiPage = lazy(() => import('./pages/api.tsx'));
const DeskPage = lazy(() => import('./desk/desk-page.tsx'));
const EditPage = lazy(() => import('./pages/edit.tsx'));
const NotFoundPage = lazy(() => import('./pages/not-found.tsx'));
const OutboxPage = lazy(() => import('./pages/outbox.tsx'));

/** The pages that nobody comes to first: where each stands would be in everybody's first load. */
export default function OtherPages({ forms }: { readonly forms: readonly Form[] }) {
  const withForm = (id: string, page: (form: Form) => ReactNode) => {
    const form = forms.find((it) => it.id === id);
    return form ? page(form) : <NotFoundPage />;
  };
  return (
    <Switch>
      <Route path="/outbox">
        <OutboxPage forms={forms} />
      </Route>
      <Route path="/about">
        <AboutPage />
      </Route>
      <Route path="/account">
        <AccountPage forms={forms} />
      </Route>
      <Route path="/api">
        <ApiPage forms={forms} />
      </Route>
      {/* What the installed app's shortcut opens, whichever forms there are. */}
      <Route path="/entries">
        <Redirect to={`/${forms[0]?.id}/entries`} replace />
      </Route>
      <Route path="/:form/entries/:id">
        {({ form, id }) => withForm(form, (it) => <EditPage key={id} form={it} id={id} />)}
      </Route>
      <Route path="/:form/responses">
        {({ form }) => withForm(form, (it) => <DeskPage key={form} form={it} />)}
      </Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  );
}
