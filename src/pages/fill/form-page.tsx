import { useAuthor } from '../../deps.ts';
import type { Elements } from '../../ui/elements.ts';
import type { Filling } from '../../form/filling.ts';
import type { FormNow } from '../../form/form-in-use.ts';
import { FormView } from '../../form/form-view.tsx';
import type { FillTarget } from '../../form/fill-target.ts';
import type { FillingActions } from '../../form/use-filling.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { PageNeedsNetwork } from '../../ui/needs-network.tsx';
import { Page, LoadingPage } from '../../ui/page.tsx';
import { firstLoad } from '../../messages/en/first-load.ts';
import { useMessages } from '../../messages/locale.ts';
import { DraftNotice, ErrorSummary } from './form-parts.ts';
import type { ShownPage } from './page-addresses.ts';

type Props = {
  readonly target: FillTarget;
  readonly heading: string;
  readonly lead: string | undefined;
  readonly filling: Filling;
  readonly actions: FillingActions;
  /** The form as it stands for the draft. */
  readonly now: FormNow;
  /** Which page is shown, if the form has several. */
  readonly at: ShownPage;
  readonly children?: Elements;
};

const ChangedPage = lazyPart(() => import('../sent/changed-page.tsx'), { Waiting: LoadingPage });
/** Only for forms with pages. */
const PagedForm = lazyPart(() => import('./paged-form.tsx'), {
  Waiting: LoadingPage,
  Missing: PageNeedsNetwork,
});

/** A form; and once a change is sent, its status. */
export function FormPage(props: Props) {
  const { target, heading, lead, filling, actions, now, children } = props;
  const { form, entry } = target;
  const { error, needsAccount } = useMessages('firstLoad', firstLoad);
  const needsSignIn = useAuthor(form) === undefined;
  const { sending, summary, warnings, failedAttempts, issues } = filling;
  if (entry && (sending.is === 'saved' || sending.is === 'delivered'))
    return <ChangedPage form={form} before={entry} sending={sending} refuse={actions.refuse} />;
  if (form.pages) return <PagedForm {...props} pages={form.pages} />;
  return (
    <Page
      heading={heading}
      title={issues.length > 0 ? `${error} ${heading}` : heading}
      lead={lead}
      before={
        summary.length + warnings.length > 0 && (
          <ErrorSummary
            key={failedAttempts}
            form={form}
            now={now}
            issues={summary}
            warnings={warnings}
          />
        )
      }
    >
      {needsSignIn && <p className="hint">{needsAccount}</p>}
      {children}
      {/* Always on the page: a live region is announced only when its text changes. */}
      <output className="draft-notice">
        <DraftNotice form={form} filling={filling} />
      </output>
      <FormView target={target} filling={filling} actions={actions} now={now} />
    </Page>
  );
}
