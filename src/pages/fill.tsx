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
      {hasJustSignedIn && (
        <Suspense>
          <Welcome hasDraft={!isEmpty(filling.draft)} />
        </Suspense>
      )}
    </FillingPage>
  );
}
