import { pathTo } from '../../page-paths.ts';
import { Link } from '../../ui/navigation.ts';
import { Page } from '../../ui/page.tsx';
import { notFound } from '../../messages/en/not-found.ts';
import { useMessages } from '../../messages/locale.ts';

export default function NotFoundPage() {
  const messages = useMessages('notFound', notFound);
  return (
    <Page heading={messages.heading} title={messages.title}>
      <p>{messages.perhaps}</p>
      <p className="actions">
        <Link className="button" href={pathTo.home()}>
          {messages.toFirst}
        </Link>
      </p>
    </Page>
  );
}
