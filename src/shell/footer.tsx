import { usePerson } from '../deps.ts';

export function Footer() {
  const person = usePerson();
  return (
    <footer className="footer">
      <p>{person ? `Signed in as ${person.email || person.username}` : 'Not signed in'}</p>
      <p>What you type stays on this device until it is delivered.</p>
    </footer>
  );
}
