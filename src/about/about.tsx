import { Install } from '../install/install.tsx';
import { Page } from '../shell/page.tsx';
import { Keeping } from './keeping.tsx';
import { Places } from './places.tsx';
import { Waiting } from './waiting.tsx';
import './about.css';

const { FORMSTEAD_VERSION: version, FORMSTEAD_COMMIT: commit } = import.meta.env;

/** Which app this is, what it keeps and where, and how to have it at hand. */
export default function AboutPage() {
  return (
    <Page
      heading="About this app"
      title="About this app"
      lead="What it keeps, where it keeps it, and how to have it at hand."
    >
      <dl className="facts">
        <div>
          <dt>Version</dt>
          <dd>
            Formstead {version}
            {commit && ` (${commit})`}
          </dd>
        </div>
        <Waiting />
        <Keeping />
      </dl>
      <Install />
      <Places />
    </Page>
  );
}
