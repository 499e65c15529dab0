import { brand } from '#brand/brand.ts';
import { InstallSection } from '../../ui/install/install-section.tsx';
import { Page } from '../../ui/page.tsx';
import { about } from '../../messages/en/about.ts';
import { useMessages } from '../../messages/locale.ts';
import { StorageFacts } from './storage-facts.tsx';
import { WhatIsStored } from './what-is-stored.tsx';
import { WaitingChanges } from './waiting-changes.tsx';
import './about-page.css';

const { FORMSTEAD_VERSION: version, FORMSTEAD_COMMIT: commit } = import.meta.env;

/** The version, what is stored where, and how to install the app. */
export default function AboutPage() {
  const messages = useMessages('about', about);
  return (
    <Page heading={messages.heading} title={messages.heading} lead={messages.lead}>
      <dl className="facts">
        <div>
          <dt>{messages.version}</dt>
          <dd translate="no">{`${brand.name} ${version}${commit && ` (${commit})`}`}</dd>
        </div>
        <WaitingChanges />
        <StorageFacts />
      </dl>
      <WhatIsStored />
      {/* Last: browsers say late whether the app can be installed. */}
      <InstallSection />
    </Page>
  );
}
