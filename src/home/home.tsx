import type { Form } from '#core/form.ts';
import { usePerson } from '../deps.ts';
import { Install } from '../install/install.tsx';
import Welcome from '../pages/welcome.tsx';
import { useArrival } from '../shell/arrival.ts';
import { Page } from '../shell/page.tsx';
import { home } from '../words/en/home.ts';
import { useWords } from '../words/speech.ts';
import { FormCard } from './form-card.tsx';
import { useLastSent } from './use-last-sent.ts';
import './home.css';

type Props = { readonly forms: readonly Form[] };

/** The forms there are, each with what waits on this device and what was sent last. */
export default function HomePage(props: Props) {
  return <Home key={usePerson()?.username ?? ''} {...props} />;
}

function Home({ forms }: Props) {
  const words = useWords('home', home);
  const lastSent = useLastSent(forms);
  const hasJustSignedIn = useArrival() === 'signed-in';
  return (
    <Page heading={words.heading} title={words.heading} lead={words.lead}>
      {hasJustSignedIn && <Welcome hasDraft={false} />}
      <ul className="cards" aria-label={words.heading}>
        {forms.map((form) => (
          <FormCard key={form.id} form={form} lastSent={lastSent?.get(form.id)} />
        ))}
      </ul>
      <Install />
    </Page>
  );
}
