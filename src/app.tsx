import { Suspense, lazy, useRef, type ComponentType } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import type { Form } from '#core/form.ts';
import { DepsContext, type Deps } from './deps.ts';
import { FillPage } from './pages/fill.tsx';
import { NotFoundPage } from './pages/not-found.tsx';
import { SignInPage } from './pages/sign-in.tsx';
import { Footer } from './shell/footer.tsx';
import { Header } from './shell/header.tsx';
import { LastResort } from './shell/last-resort.tsx';
import { HasShownContext } from './shell/page.tsx';
import { UpdatePrompt } from './shell/update-prompt.tsx';

type Props = { readonly forms: readonly [Form, ...Form[]]; readonly deps: Deps };

/** Not part of the first load, which is for who comes to fill. */
const ApiPage = lazy(() => import('./pages/api.tsx'));
const MyEntriesPage = lazy(() => import('./pages/my-entries.tsx'));

/** Every page, and what surrounds them. */
export function App({ forms, deps }: Props) {
  const [path] = useLocation();
  const [first] = forms;
  const formById = (id: string | undefined) => forms.find((it) => it.id === id);
  const pageOf = (id: string, FormPage: ComponentType<{ readonly form: Form }>) => {
    const form = formById(id);
    return form ? <FormPage key={id} form={form} /> : <NotFoundPage />;
  };
  return (
    <DepsContext value={deps}>
      <HasShownContext value={useRef(false)}>
        <a className="skip" href="#main">
          Skip to the content
        </a>
        <Header forms={forms} form={formById(path.split('/')[1]) ?? first} />
        <UpdatePrompt />
        <LastResort key={path}>
          <Suspense fallback={<main id="main" className="page" aria-busy="true" />}>
            <Switch>
              <Route path="/">{pageOf(first.id, FillPage)}</Route>
              <Route path="/sign-in">
                <SignInPage />
              </Route>
              <Route path="/api">
                <ApiPage forms={forms} />
              </Route>
              {/* What the installed app's shortcut opens, whichever forms there are. */}
              <Route path="/entries">
                <Redirect to={`/${first.id}/entries`} replace />
              </Route>
              <Route path="/:form/entries">{({ form }) => pageOf(form, MyEntriesPage)}</Route>
              <Route path="/:form">{({ form }) => pageOf(form, FillPage)}</Route>
              <Route>
                <NotFoundPage />
              </Route>
            </Switch>
          </Suspense>
        </LastResort>
        <Footer />
      </HasShownContext>
    </DepsContext>
  );
}
