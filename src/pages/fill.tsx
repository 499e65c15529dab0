import { useEffect, useRef, useState } from 'react';
import { useHistoryState } from 'wouter/use-browser-location';
import type { Form } from '#core/form.ts';
import { isEmpty } from '../form/draft.ts';
import { ErrorSummary } from '../form/error-summary.tsx';
import { FormView } from '../form/form-view.tsx';
import { useFilling } from '../form/use-filling.ts';
import { Notice } from '../shell/notice.tsx';
import { Page } from '../shell/page.tsx';
import { Receipt } from './receipt.tsx';

/** A form to fill, and what came of it. */
export function FillPage({ form }: { readonly form: Form }) {
  const [filling, actions] = useFilling(form);
  const { sending, summary, refusals, complaints, draft } = filling;
  const hasJustSignedIn = useArrival() === 'signed-in';
  if (sending.is === 'delivered')
    return <Receipt form={form} entry={sending.entry} onAnother={actions.beginAgain} />;
  return (
    <Page
      heading={form.title}
      title={complaints.length > 0 ? `Error: ${form.title}` : form.title}
      lead={form.introduction}
      before={
        summary.length > 0 && <ErrorSummary key={refusals} form={form} complaints={summary} />
      }
    >
      {hasJustSignedIn && <Welcome hasDraft={!isEmpty(draft)} />}
      <FormView form={form} filling={filling} actions={actions} />
    </Page>
  );
}

/** How the person came to this page, told once: going back and forth does not tell it again. */
function useArrival(): string | undefined {
  const state: unknown = useHistoryState();
  const [arrival] = useState(() => (state as { arrival?: string } | null)?.arrival);
  useEffect(() => {
    if (arrival) window.history.replaceState(null, '');
  }, [arrival]);
  return arrival;
}

function Welcome({ hasDraft }: { readonly hasDraft: boolean }) {
  const notice = useRef<HTMLOutputElement>(null);
  const [words] = useState(
    hasDraft ? 'You are signed in. Check your answers and send them.' : 'You are signed in.',
  );
  useEffect(() => notice.current?.focus(), []);
  return (
    <output className="welcome" tabIndex={-1} ref={notice}>
      <Notice tone="done" heading={words} />
    </output>
  );
}
