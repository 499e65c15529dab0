import { usePerson } from '../../deps.ts';
import { pathTo } from '../../page-paths.ts';
import { Link } from '../../ui/navigation.ts';
import { Nothing, lazyPart } from '../../ui/lazy-part.tsx';
import { firstLoad } from '../../messages/en/first-load.ts';
import { useMessages } from '../../messages/locale.ts';
import './footer.css';

/** Loaded later: few people change settings. */
const SettingsView = lazyPart(() => import('./settings-view.tsx'), { Missing: Nothing });

export function Footer() {
  const person = usePerson();
  const messages = useMessages('firstLoad', firstLoad);
  return (
    <footer className="footer">
      <p>
        {person ? (
          <Link href={pathTo.account()}>
            {(person.sessionExpired ? messages.signInAgainAs : messages.signedInAs)(
              person.email || person.username,
            )}
          </Link>
        ) : (
          messages.notSignedIn
        )}
      </p>
      <p>
        <Link href={pathTo.api()}>{messages.forDevelopers}</Link>
      </p>
      <p>
        <Link href={pathTo.about()}>{messages.about}</Link>
      </p>
      <p>{messages.staysHere}</p>
      {/* Reserves space, so that nothing jumps when the settings arrive. */}
      <div className="footer-settings">
        <SettingsView />
      </div>
    </footer>
  );
}
