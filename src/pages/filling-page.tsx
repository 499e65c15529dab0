import { useEffect } from 'react';
import { isSensitive, type Form } from '#core/form.ts';
import type { Elements } from '../elements.ts';
import type { Filling } from '../form/filling.ts';
import { FormView } from '../form/form-view.tsx';
import type { Purpose } from '../form/purpose.ts';
import type { FillingActions } from '../form/use-filling.ts';
import { Nothing, part } from '../part.tsx';
import { Page, PageToCome } from '../shell/page.tsx';
import { first } from '../words/en/first.ts';
import { useWords } from '../words/speech.ts';

type Props = {
  readonly purpose: Purpose;
  readonly heading: string;
  readonly lead: string | undefined;
  readonly filling: Filling;
  readonly actions: FillingActions;
  readonly children?: Elements;
};

/** Not part of the first load, but loaded right after it: src/shell/until-sent.ts. */
const AboutKeeping = part(() => import('./about-keeping.tsx'), { Missing: Nothing });
const ErrorSummary = part(() => import('../form/error-summary.tsx'), { Missing: ToFirstError });
const ChangedPage = part(() => import('./changed.tsx'), { Waiting: PageToCome });

/** A form; and once a change is sent, what becomes of it. */
export function FillingPage({ purpose, heading, lead, filling, actions, children }: Props) {
  const { form, entry } = purpose;
  const { error } = useWords('first', first);
  const { sending, summary, refusals, complaints } = filling;
  const why = whyTold(form, filling);
  if (entry && (sending.is === 'saved' || sending.is === 'delivered'))
    return <ChangedPage form={form} before={entry} sending={sending} refuse={actions.refuse} />;
  return (
    <Page
      heading={heading}
      title={complaints.length > 0 ? `${error} ${heading}` : heading}
      lead={lead}
      before={
        summary.length > 0 && <ErrorSummary key={refusals} form={form} complaints={summary} />
      }
    >
      {children}
      {/* Always on the page: a live region is only heard when its words change. */}
      <output className="about-keeping">{why && <AboutKeeping why={why} />}</output>
      <FormView purpose={purpose} filling={filling} actions={actions} />
    </Page>
  );
}

/** Without the list of errors, the focus goes to the first of them. */
function ToFirstError() {
  useEffect(() => document.querySelector<HTMLElement>('main [aria-invalid=true]')?.focus(), []);
  return null;
}

/** What has to be said about where the text is, if anything. */
function whyTold(form: Form, { keeping, isFound }: Filling) {
  if (isSensitive(form)) return 'online-only';
  if (keeping !== 'kept') return keeping;
  return isFound ? 'found' : undefined;
}
