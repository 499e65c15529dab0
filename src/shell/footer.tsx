import { Link } from 'wouter';
import { usePerson } from '../deps.ts';

export function Footer() {
  const person = usePerson();
  return (
    <footer className="footer">
      <p>
        {person ? (
          <Link href="/account">
            {person.lapsed ? 'To send, sign in again as ' : 'Signed in as '}
            {person.email || person.username}
          </Link>
        ) : (
          'Not signed in'
        )}
      </p>
      <p>
        <Link href="/api">For developers: the API</Link>
      </p>
      <p>
        <Link href="/about">About this app</Link>
      </p>
      <p>What you type stays on this device until it is delivered.</p>
    </footer>
  );
}
