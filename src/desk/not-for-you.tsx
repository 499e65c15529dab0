import { Link } from 'wouter';
import type { Form } from '#core/form.ts';
import { desk } from '../words/en/desk.ts';
import { useWords } from '../words/speech.ts';

/** Said to who is no owner, whether the token or the API says so. */
export function NotForYou({ form }: { readonly form: Form }) {
  const words = useWords('desk', desk);
  return (
    <div className="empty">
      <p>{words.notForYou}</p>
      <Link className="button" href={`/${form.id}/entries`}>
        {words.seeMyEntries}
      </Link>
    </div>
  );
}
