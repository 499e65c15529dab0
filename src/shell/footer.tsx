import { Link } from 'wouter';
import { usePerson } from '../deps.ts';

export function Footer() {
  const person = usePerson();
  return (
    <footer className="footer">
      <p>
        {person?.lapsed
          ? `Your session has ended. Sign in again as ${person.email || person.username} to send`
          : person
            ? `Signed in as ${person.email || person.username}`
            : 'Not signed in'}
      </p>
      <p>
        <Link href="/api">For developers: the API</Link>
      </p>
      <p>What you type stays on this device until it is delivered.</p>
    </footer>
  );
}
