import { useRef, useSyncExternalStore, type ReactElement } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { FormSourceContext, type FormSource } from '../catalogue/form-source.ts';
import { WithForm } from '../catalogue/with-form.tsx';
import { pageAt } from '../page-paths.ts';
import { DepsContext, type Deps } from '../deps.ts';
import { FillPage } from '../pages/fill/fill-page.tsx';
import type { ShownPage } from '../pages/fill/page-addresses.ts';
import { useLocation } from '../ui/navigation.ts';
import { Nothing, lazyPart } from '../ui/lazy-part.tsx';
import { Footer } from './layout/footer.tsx';
import { Header } from './layout/header.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { PageNeedsNetwork } from '../ui/needs-network.tsx';
import { LastShownContext, LoadingPage } from '../ui/page.tsx';
import { firstLoad as firstLoadInEnglish } from '../messages/en/first-load.ts';
import { LocaleContext } from '../messages/locale.ts';
// Here and not beside its component, which is loaded later: a file of its own would be another request.
import './update/update-prompt.css';

type Props = { readonly forms: FormSource; readonly deps: Deps };

const pageOptions = { Waiting: LoadingPage, Missing: PageNeedsNetwork };

/** Kept out of the first load, which serves people who come to fill in a form. */
const HomePage = lazyPart(() => import('../pages/home/home-page.tsx'), pageOptions);
const SecondaryPages = lazyPart(() => import('./secondary-pages.tsx'), pageOptions);
/** Apart from the secondary pages, which owners would otherwise wait for. */
const ResponsesPage = lazyPart(() => import('../pages/responses/responses-page.tsx'), pageOptions);
const SignInPage = lazyPart(() => import('../pages/sign-in/sign-in-page.tsx'), pageOptions);
const Notices = lazyPart(() => import('./layout/notices.tsx'), { Missing: Nothing });

/** Routes, and the frame around every page. */
export function App({ forms, deps }: Props) {
  const [path] = useLocation();
  const { settings } = deps;
  const locale = useSyncExternalStore(settings.subscribe, settings.locale);
  const signOutCount = useSyncExternalStore(deps.session.subscribe, deps.session.signOutCount);
  const { page: name, form: formId, entry, formPage } = pageAt(path);
  /** Someone who has just erased their account stays on that page, which confirms it. */
  const staysWhenSignedOut = name === 'account' || name === 'eraseAccount';
  /** Routed by hand: a router's patterns would add as much to the first load as two forms. */
  function page(): ReactElement {
    const id = name === 'home' ? forms.onlyForm : formId;
    if (id && (name === 'home' || name === 'fill' || name === 'sent'))
      return ofForm(id, (form) => fillPage(form, {}, entry));
    if (name === 'home') return <HomePage />;
    if (name === 'signIn') return <SignInPage />;
    if (id && (name === 'fillPage' || name === 'check'))
      return ofForm(id, (form) =>
        form.pages ? fillPage(form, { formPage, isCheck: name === 'check' }) : <SecondaryPages />,
      );
    if (name === 'responsesHome') return <ResponsesPage />;
    if (id && (name === 'responses' || name === 'share'))
      return ofForm(id, (form) => <ResponsesPage form={form} isShare={name === 'share'} />);
    if (id) return ofForm(id, (form) => <SecondaryPages {...{ name, form, entry, formPage }} />);
    return <SecondaryPages name={name} />;
  }

  return (
    <DepsContext value={deps}>
      <FormSourceContext value={forms}>
        <LocaleContext value={locale}>
          <LastShownContext value={useRef(undefined)}>
            <a className="skip" href="#main">
              {(locale.messages?.firstLoad ?? firstLoadInEnglish).skip}
            </a>
            <Header />
            <Notices />
            <ErrorBoundary key={staysWhenSignedOut ? '' : signOutCount} at={path}>
              {page()}
            </ErrorBoundary>
            <Footer />
          </LastShownContext>
        </LocaleContext>
      </FormSourceContext>
    </DepsContext>
  );
}

const ofForm = (id: string, draw: (form: Form) => ReactElement) => (
  <WithForm key={id} id={id} draw={(form) => (form ? draw(form) : <SecondaryPages />)} />
);

/** One component before and after sending, so that it keeps its state. */
const fillPage = (form: Form, at: ShownPage, sent?: string) => (
  <FillPage key={form.id} form={form} at={at} sent={sent} />
);
