import { Link } from 'wouter';
import { usePerson } from '../deps.ts';
import { Nothing, part } from '../part.tsx';
import { first } from '../words/en/first.ts';
import { useWords } from '../words/speech.ts';

/** Not part of the first load: nobody begins with it. */
const SettingsView = part(() => import('./settings-view.tsx'), { Missing: Nothing });

export function Footer() {
  const person = usePerson();
  const words = useWords('first', first);
  return (
    <footer className="footer">
      <p>
        {person ? (
          <Link href="/account">
            {(person.lapsed ? words.signInAgainAs : words.signedInAs)(
              person.email || person.username,
            )}
          </Link>
        ) : (
          words.notSignedIn
        )}
      </p>
      <p>
        <Link href="/api">{words.forDevelopers}</Link>
      </p>
      <p>
        <Link href="/about">{words.about}</Link>
      </p>
      <p>{words.staysHere}</p>
      {/* Its place is kept free, so that nothing jumps when it arrives. */}
      <div className="footer-settings">
        <SettingsView />
      </div>
    </footer>
  );
}
