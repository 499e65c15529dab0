import { Link, useLocation } from 'wouter';
import type { Form } from '#core/form.ts';
import { usePerson } from '../deps.ts';
import { signInPath } from '../paths.ts';
import { Page } from '../shell/page.tsx';
import { desk } from '../words/en/desk.ts';
import { useWords } from '../words/speech.ts';
import { Desk } from './desk.tsx';
import { NotForYou } from './not-for-you.tsx';
import './desk.css';

/** Everybody's responses to a form, for its owners. */
export default function DeskPage({ form }: { readonly form: Form }) {
  const person = usePerson();
  const words = useWords('desk', desk);
  return (
    <Page heading={words.responses} title={words.title(form.title)} lead={form.title}>
      {!person || person.lapsed ? (
        <SignedOut />
      ) : person.isOwner ? (
        <Desk key={person.username} form={form} username={person.username} />
      ) : (
        <NotForYou form={form} />
      )}
    </Page>
  );
}

function SignedOut() {
  const words = useWords('desk', desk);
  const [path] = useLocation();
  return (
    <div className="empty">
      <p>{words.signInAsOwner}</p>
      <Link className="button" href={signInPath(path + window.location.search)}>
        {words.signIn}
      </Link>
    </div>
  );
}
