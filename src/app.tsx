import { Suspense, lazy, useMemo, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import type { Form } from '#core/form.ts';
import { DepsContext, type Deps } from './deps.ts';
import { FillPage } from './pages/fill.tsx';
import { Footer } from './shell/footer.tsx';
import { Header } from './shell/header.tsx';
import { LastResort } from './shell/last-resort.tsx';
import { LastShownContext } from './shell/page.tsx';
import { first as firstInEnglish } from './words/en/first.ts';
import { SpeechContext, useWords } from './words/speech.ts';

type Props = { readonly forms: readonly [Form, ...Form[]]; readonly deps: Deps };

/** Not part of the first load, which is for who comes to fill. */
const AboutPage = lazy(() => import('./about/about.tsx'));
const AccountPage = lazy(() => import('./account/account.tsx'));
const ApiPage = lazy(() => import('./pages/api.tsx'));
const DeskPage = lazy(() => import('./desk/desk-page.tsx'));
const EditPage = lazy(() => import('./pages/edit.tsx'));
const HomePage = lazy(() => import('./home/home.tsx'));
const MyEntriesPage = lazy(() => import('./pages/my-entries.tsx'));
const NotFoundPage = lazy(() => import('./pages/not-found.tsx'));
const OutboxPage = lazy(() => import('./pages/outbox.tsx'));

const SignInPage = lazy(() => import('./pages/sign-in.tsx'));

const UpdatePrompt = lazy(() => import('./shell/update-prompt.tsx'));

const fillPage = (form: Form) => <FillPage key={form.id} form={form} />;

/** Every page, and what surrounds them. */
export function App({ forms: ownForms, deps }: Props) {
  const [path] = useLocation();
  const { settings } = deps;
  const speech = useSyncExternalStore(settings.subscribe, settings.speech);
  const forms = useMemo(() => ownForms.map(speech.form), [ownForms, speech]);
  const first = forms[0] ?? ownForms[0];
  const formById = (id: string | undefined) => forms.find((it) => it.id === id);
  const withForm = (id: string, page: (form: Form) => ReactNode) => {
    const form = formById(id);
    return form ? page(form) : <NotFoundPage />;
  };
  return (
    <DepsContext value={deps}>
      <SpeechContext value={speech}>
        <LastShownContext value={useRef('')}>
          <Skip />
          <Header forms={forms} form={formById(path.split('/')[1]) ?? first} />
          <Suspense>
            <UpdatePrompt />
          </Suspense>
          <LastResort key={path}>
            <Suspense fallback={<main id="main" className="page" aria-busy="true" />}>
              <Switch>
                <Route path="/">{forms[1] ? <HomePage forms={forms} /> : fillPage(first)}</Route>
                <Route path="/sign-in">
                  <SignInPage />
                </Route>
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
                  <Redirect to={`/${first.id}/entries`} replace />
                </Route>
                <Route path="/:form/entries/:id">
                  {({ form, id }) =>
                    withForm(form, (it) => <EditPage key={id} form={it} id={id} />)
                  }
                </Route>
                <Route path="/:form/entries">
                  {({ form }) => withForm(form, (it) => <MyEntriesPage key={form} form={it} />)}
                </Route>
                <Route path="/:form/responses">
                  {({ form }) => withForm(form, (it) => <DeskPage key={form} form={it} />)}
                </Route>
                <Route path="/:form">{({ form }) => withForm(form, fillPage)}</Route>
                <Route>
                  <NotFoundPage />
                </Route>
              </Switch>
            </Suspense>
          </LastResort>
          <Footer />
        </LastShownContext>
      </SpeechContext>
    </DepsContext>
  );
}

function Skip() {
  const { skip } = useWords('first', firstInEnglish);
  return (
    <a className="skip" href="#main">
      {skip}
    </a>
  );
}
