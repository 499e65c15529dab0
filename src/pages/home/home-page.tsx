import type { Form } from '#core/form/define-form.ts';
import { usePerson } from '../../deps.ts';
import { InstallSection } from '../../ui/install/install-section.tsx';
import Welcome from '../../ui/welcome.tsx';
import { useNavigationState } from '../../ui/use-navigation-state.ts';
import { Page } from '../../ui/page.tsx';
import { home } from '../../messages/en/home.ts';
import { useMessages } from '../../messages/locale.ts';
import { FormCard } from './form-card.tsx';
import { useLastSent } from './use-last-sent.ts';
import './home-page.css';

type Props = { readonly forms: readonly Form[] };

/** The list of forms, each with what waits on this device and what was sent last. */
export default function HomePage(props: Props) {
  return <Home key={usePerson()?.username ?? ''} {...props} />;
}

function Home({ forms }: Props) {
  const messages = useMessages('home', home);
  const lastSent = useLastSent(forms);
  const hasJustSignedIn = useNavigationState() === 'signed-in';
  return (
    <Page heading={messages.heading} title={messages.heading} lead={messages.lead}>
      {hasJustSignedIn && <Welcome hasDraft={false} />}
      <ul className="cards" aria-label={messages.heading}>
        {forms.map((form) => (
          <FormCard key={form.id} form={form} lastSent={lastSent?.get(form.id)} />
        ))}
      </ul>
      <InstallSection />
    </Page>
  );
}
