import { Link } from 'wouter';
import { Page } from '../shell/page.tsx';
import { notFound } from '../words/en/not-found.ts';
import { useWords } from '../words/speech.ts';

export default function NotFoundPage() {
  const words = useWords('notFound', notFound);
  return (
    <Page heading={words.heading} title={words.title}>
      <p>{words.perhaps}</p>
      <p className="actions">
        <Link className="button" href="/">
          {words.toFirst}
        </Link>
      </p>
    </Page>
  );
}
