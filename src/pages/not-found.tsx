import { Link } from 'wouter';
import { Page } from '../shell/page.tsx';

export default function NotFoundPage() {
  return (
    <Page heading="There is no such page" title="Page not found">
      <p>The address may be mistyped, or the form may have been taken down.</p>
      <p className="actions">
        <Link className="button" href="/">
          Go to the first page
        </Link>
      </p>
    </Page>
  );
}
