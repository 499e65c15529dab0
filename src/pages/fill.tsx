import { useMemo } from 'react';
import type { Form } from '#core/form.ts';
import { isEmpty } from '../form/draft.ts';
import { usePerson } from '../deps.ts';
import { Nothing, part } from '../part.tsx';
import { newEntry } from '../form/purpose.ts';
import { useFilling } from '../form/use-filling.ts';
import { useArrival } from '../shell/arrival.ts';
import { PageToCome } from '../shell/page.tsx';
import { FillingPage } from './filling-page.tsx';

/** For who has just been at the sign-in page, which loads much more. */
const Welcome = part(() => import('./welcome.tsx'), { Missing: Nothing });
const SentPage = part(() => import('./sent.tsx'), { Waiting: PageToCome });

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
  if (sent) return <SentPage key={sent} form={form} id={sent} {...{ filling, actions }} />;
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
