import { Link, useLocation } from 'wouter';
import type { Form } from '#core/form.ts';
import { usePerson } from '../deps.ts';
import { signInPath } from '../paths.ts';
import { Page } from '../shell/page.tsx';
import { Desk } from './desk.tsx';
import { NotForYou } from './not-for-you.tsx';
import './desk.css';

/** Everybody's responses to a form, for its owners. */
export default function DeskPage({ form }: { readonly form: Form }) {
  const person = usePerson();
  return (
    <Page heading="Responses" title={`Responses: ${form.title}`} lead={form.title}>
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
  const [path] = useLocation();
  return (
    <div className="empty">
      <p>Sign in as an owner of this form to read what people have sent.</p>
      <Link className="button" href={signInPath(path + window.location.search)}>
        Sign in
      </Link>
    </div>
  );
}
