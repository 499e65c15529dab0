import { useMemo, useRef, useSyncExternalStore, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import type { Form } from '#core/form.ts';
import { DepsContext, type Deps } from './deps.ts';
import { FillPage } from './pages/fill.tsx';
import { Nothing, part } from './part.tsx';
import { Footer } from './shell/footer.tsx';
import { Header } from './shell/header.tsx';
import { LastResort } from './shell/last-resort.tsx';
import { PageNeedsNetwork } from './shell/needs-network.tsx';
import { LastShownContext, PageToCome } from './shell/page.tsx';
import { first as firstInEnglish } from './words/en/first.ts';
import { SpeechContext } from './words/speech.ts';

type Props = { readonly forms: readonly [Form, ...Form[]]; readonly deps: Deps };

const pageOptions = { Waiting: PageToCome, Missing: PageNeedsNetwork };

/** Not part of the first load, which is for who comes to fill. */
const HomePage = part(() => import('./home/home.tsx'), pageOptions);
const MyEntriesPage = part(() => import('./pages/my-entries.tsx'), pageOptions);
const OtherPages = part(() => import('./other-pages.tsx'), pageOptions);
const SignInPage = part(() => import('./pages/sign-in.tsx'), pageOptions);
const UnclaimedNotice = part(() => import('./shell/unclaimed-notice.tsx'), { Missing: Nothing });
const UpdatePrompt = part(() => import('./shell/update-prompt.tsx'), { Missing: Nothing });

/** Every page, and what surrounds them. */
export function App({ forms: ownForms, deps }: Props) {
  const [path] = useLocation();
  const { settings } = deps;
  const speech = useSyncExternalStore(settings.subscribe, settings.speech);
  const departures = useSyncExternalStore(deps.session.subscribe, deps.session.departures);
  // As many as there were, which `map` cannot say.
  const forms = useMemo(() => ownForms.map(speech.form) as [Form, ...Form[]], [ownForms, speech]);
  const [first] = forms;
  const parts = path.split('/').filter(Boolean);
  /** Who has just been erased is told so, on that page. */
  const stays = parts[0] === 'account';
  const formById = (id: string | undefined) => forms.find((it) => it.id === id);

  /** By hand: with a router's patterns the first load would be larger by what two forms take. */
  function page(): ReactElement {
    const [name, section, more, ...rest] = parts;
    if (!name) return forms[1] ? <HomePage forms={forms} /> : fillPage(first);
    if (name === 'sign-in' && !section) return <SignInPage />;
    const form = formById(name);
    if (form && !section) return fillPage(form);
    if (form && section === 'sent' && more && !rest[0]) return fillPage(form, more);
    if (form && section === 'entries' && !more) return <MyEntriesPage key={name} form={form} />;
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
          <UpdatePrompt />
          <UnclaimedNotice />
          <LastResort key={stays ? '' : departures} at={path}>
            {page()}
          </LastResort>
          <Footer />
        </LastShownContext>
      </SpeechContext>
    </DepsContext>
  );
}

/** The same page, before an entry is sent and after. */
const fillPage = (form: Form, sent?: string) => <FillPage key={form.id} form={form} sent={sent} />;
