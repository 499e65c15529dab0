import { useEffect } from 'react';
import { usePerson } from '../../deps.ts';
import type { Elements } from '../../ui/elements.ts';
import type { Filling } from '../../form/filling.ts';
import { FormView } from '../../form/form-view.tsx';
import type { FillTarget } from '../../form/fill-target.ts';
import type { FillingActions } from '../../form/use-filling.ts';
import { Nothing, lazyPart } from '../../ui/lazy-part.tsx';
import { Page, LoadingPage } from '../../ui/page.tsx';
import { firstLoad } from '../../messages/en/first-load.ts';
import { useMessages } from '../../messages/locale.ts';

type Props = {
  readonly target: FillTarget;
  readonly heading: string;
  readonly lead: string | undefined;
  readonly filling: Filling;
  readonly actions: FillingActions;
  readonly children?: Elements;
};

/** Not in the first load, but loaded right after it: src/app/preload-parts.ts. */
const DraftNotice = lazyPart(() => import('./draft-notice.tsx'), { Missing: Nothing });
const ErrorSummary = lazyPart(() => import('../../form/error-summary.tsx'), {
  Missing: ToFirstError,
});
const ChangedPage = lazyPart(() => import('../sent/changed-page.tsx'), { Waiting: LoadingPage });

/** A form; and once a change is sent, its status. */
export function FormPage({ target, heading, lead, filling, actions, children }: Props) {
  const { form, entry } = target;
  const { error, needsAccount } = useMessages('firstLoad', firstLoad);
  const isSignedOut = !usePerson();
  const { sending, summary, failedAttempts, issues } = filling;
  if (entry && (sending.is === 'saved' || sending.is === 'delivered'))
    return <ChangedPage form={form} before={entry} sending={sending} refuse={actions.refuse} />;
  return (
    <Page
      heading={heading}
      title={issues.length > 0 ? `${error} ${heading}` : heading}
      lead={lead}
      before={
        summary.length > 0 && <ErrorSummary key={failedAttempts} form={form} issues={summary} />
      }
    >
      {isSignedOut && <p className="hint">{needsAccount}</p>}
      {children}
      {/* Always on the page: a live region is announced only when its text changes. */}
      <output className="draft-notice">
        <DraftNotice form={form} filling={filling} />
      </output>
      <FormView target={target} filling={filling} actions={actions} />
    </Page>
  );
}

/** Focuses the first invalid field when the error summary could not be loaded. */
function ToFirstError() {
  useEffect(() => document.querySelector<HTMLElement>('main [aria-invalid=true]')?.focus(), []);
  return null;
}
