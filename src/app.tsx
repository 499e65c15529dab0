import { Suspense, lazy, useMemo, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import type { Form } from '#core/form.ts';
import { DepsContext, type Deps } from './deps.ts';
import { FillPage } from './pages/fill.tsx';
import { Footer } from './shell/footer.tsx';
import { Header } from './shell/header.tsx';
import { LastResort } from './shell/last-resort.tsx';
import { LastShownContext } from './shell/page.tsx';
import { first as firstInEnglish } from './words/en/first.ts';
import { SpeechContext } from './words/speech.ts';

type Props = { readonly forms: readonly [Form, ...Form[]]; readonly deps: Deps };

/** Not part of the first load, which is for who comes to fill. */
const HomePage = lazy(() => import('./home/home.tsx'));
const MyEntriesPage = lazy(() => import('./pages/my-entries.tsx'));
const OtherPages = lazy(() => import('./other-pages.tsx'));
const SignInPage = lazy(() => import('./pages/sign-in.tsx'));
const UpdatePrompt = lazy(() => import('./shell/update-prompt.tsx'));

/** Every page, and what surrounds them. */
export function App({ forms: ownForms, deps }: Props) {
  const [path] = useLocation();
  const { settings } = deps;
  const speech = useSyncExternalStore(settings.subscribe, settings.speech);
  const forms = useMemo(() => ownForms.map(speech.form), [ownForms, speech]);
  const [first = ownForms[0]] = forms;
  const formById = (id: string | undefined) => forms.find((it) => it.id === id);
  const withForm = (id: string, page: (form: Form) => ReactNode) => {
    const form = formById(id);
    return form ? page(form) : others;
  };
  const others = <OtherPages forms={forms} />;
  return (
    <DepsContext value={deps}>
      <SpeechContext value={speech}>
        <LastShownContext value={useRef('')}>
          <a className="skip" href="#main">
            {(speech.rooms?.first ?? firstInEnglish).skip}
          </a>
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
                <Route path="/:form/entries">
                  {({ form }) => withForm(form, (it) => <MyEntriesPage key={form} form={it} />)}
                </Route>
                <Route path="/:form">{({ form }) => withForm(form, fillPage)}</Route>
                <Route>{others}</Route>
              </Switch>
            </Suspense>
          </LastResort>
          <Footer />
        </LastShownContext>
      </SpeechContext>
    </DepsContext>
  );
}

const fillPage = (form: Form) => <FillPage key={form.id} form={form} />;
