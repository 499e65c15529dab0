import { Suspense, lazy, useMemo } from 'react';
import type { Form } from '#core/form.ts';
import { isEmpty } from '../form/draft.ts';
import { usePerson } from '../deps.ts';
import { newEntry } from '../form/purpose.ts';
import { useFilling } from '../form/use-filling.ts';
import { useArrival } from '../shell/arrival.ts';
import { FillingPage } from './filling-page.tsx';

/** For who has just been at the sign-in page, which loads much more. */
const Welcome = lazy(() => import('./welcome.tsx'));
const SentPage = lazy(() => import('./sent.tsx'));

type Props = {
  readonly form: Form;
  /** The entry whose fate the page shows, instead of the form. */
  readonly sent?: string | undefined;
};

/** A form to fill, and what came of it. What one person has typed is gone from the page with them. */
export function FillPage({ form, sent }: Props) {
  return <Fill key={usePerson()?.username ?? ''} form={form} sent={sent} />;
}

function Fill({ form, sent }: Props) {
  const purpose = useMemo(() => newEntry(form), [form]);
  const [filling, actions] = useFilling(purpose);
  const hasJustSignedIn = useArrival() === 'signed-in';
  if (sent)
    return (
      <Suspense fallback={<main id="main" className="page" aria-busy="true" />}>
        <SentPage key={sent} form={form} id={sent} {...{ filling, actions }} />
      </Suspense>
    );
  return (
    <FillingPage
      purpose={purpose}
      heading={form.title}
      lead={form.introduction}
      filling={filling}
      actions={actions}
    >
      {hasJustSignedIn && (
        <Suspense>
          <Welcome hasDraft={!isEmpty(filling.draft)} />
        </Suspense>
      )}
    </FillingPage>
  );
}
