import { useEffect, useMemo, useRef, useState } from 'react';
import { useHistoryState } from 'wouter/use-browser-location';
import type { Form } from '#core/form.ts';
import { isEmpty } from '../form/draft.ts';
import { usePerson } from '../deps.ts';
import { newEntry } from '../form/purpose.ts';
import { useFilling } from '../form/use-filling.ts';
import { Notice } from '../shell/notice.tsx';
import { FillingPage } from './filling-page.tsx';

type Props = { readonly form: Form };

/** A form to fill, and what came of it. What one person has typed is gone from the page with them. */
export function FillPage({ form }: Props) {
  return <Fill key={usePerson()?.username ?? ''} form={form} />;
}

function Fill({ form }: Props) {
  const purpose = useMemo(() => newEntry(form), [form]);
  const [filling, actions] = useFilling(purpose);
  const hasJustSignedIn = useArrival() === 'signed-in';
  return (
    <FillingPage
      purpose={purpose}
      heading={form.title}
      lead={form.introduction}
      filling={filling}
      actions={actions}
    >
      {hasJustSignedIn && <Welcome hasDraft={!isEmpty(filling.draft)} />}
    </FillingPage>
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
  const words = hasDraft
    ? 'You are signed in. Check your answers and send them.'
    : 'You are signed in.';
  useEffect(() => notice.current?.focus(), []);
  return (
    <output className="welcome" tabIndex={-1} ref={notice}>
      <Notice tone="done" heading={words} />
    </output>
  );
}
