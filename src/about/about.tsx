import { Install } from '../install/install.tsx';
import { Page } from '../shell/page.tsx';
import { about } from '../words/en/about.ts';
import { useWords } from '../words/speech.ts';
import { Keeping } from './keeping.tsx';
import { Places } from './places.tsx';
import { Waiting } from './waiting.tsx';
import './about.css';

const { FORMSTEAD_VERSION: version, FORMSTEAD_COMMIT: commit } = import.meta.env;

/** Which app this is, what it keeps and where, and how to have it at hand. */
export default function AboutPage() {
  const words = useWords('about', about);
  return (
    <Page heading={words.heading} title={words.heading} lead={words.lead}>
      <dl className="facts">
        <div>
          <dt>{words.version}</dt>
          <dd translate="no">{`Formstead ${version}${commit && ` (${commit})`}`}</dd>
        </div>
        <Waiting />
        <Keeping />
      </dl>
      <Install />
      <Places />
    </Page>
  );
}
