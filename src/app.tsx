import { Suspense, lazy, useMemo, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { useLocation } from 'wouter';
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
const UnclaimedNotice = lazy(() => import('./shell/unclaimed-notice.tsx'));
const UpdatePrompt = lazy(() => import('./shell/update-prompt.tsx'));

/** Every page, and what surrounds them. */
export function App({ forms: ownForms, deps }: Props) {
  const [path] = useLocation();
  const { settings } = deps;
  const speech = useSyncExternalStore(settings.subscribe, settings.speech);
  // As many as there were, which `map` cannot say.
  const forms = useMemo(() => ownForms.map(speech.form) as [Form, ...Form[]], [ownForms, speech]);
  const [first] = forms;
  const parts = path.split('/').filter(Boolean);
  const formById = (id: string | undefined) => forms.find((it) => it.id === id);

  /** By hand: with a router's patterns the first load would be larger by what two forms take. */
  function page(): ReactNode {
    const [name, part, more, ...rest] = parts;
    if (!name) return forms[1] ? <HomePage forms={forms} /> : fillPage(first);
    if (name === 'sign-in' && !part) return <SignInPage />;
    const form = formById(name);
    if (form && !part) return fillPage(form);
    if (form && part === 'sent' && more && !rest[0]) return fillPage(form, more);
    if (form && part === 'entries' && !more) return <MyEntriesPage key={name} form={form} />;
    return <OtherPages forms={forms} parts={parts} />;
  }

  return (
    <DepsContext value={deps}>
      <SpeechContext value={speech}>
        <LastShownContext value={useRef('')}>
          <a className="skip" href="#main">
            {(speech.rooms?.first ?? firstInEnglish).skip}
          </a>
          <Header forms={forms} form={formById(parts[0]) ?? first} />
          <Suspense>
            <UpdatePrompt />
            <UnclaimedNotice />
          </Suspense>
          <LastResort at={path}>
            <Suspense fallback={<main id="main" className="page" aria-busy="true" />}>
              {page()}
            </Suspense>
          </LastResort>
          <Footer />
        </LastShownContext>
      </SpeechContext>
    </DepsContext>
  );
}

/** The same page, before an entry is sent and after. */
const fillPage = (form: Form, sent?: string) => <FillPage key={form.id} form={form} sent={sent} />;
