import { useDeps } from '../../deps.ts';
import { pathTo, signInPath } from '../../page-paths.ts';
import { Link, useAddress } from '../../ui/navigation.ts';
import { notices } from '../../messages/en/notices.ts';
import { useMessages } from '../../messages/locale.ts';
import { Notice } from '../../ui/notice.tsx';

/** When nobody is signed in: how many changes wait here, and for whom. Only that person can send them. */
export default function LeftBehindNotice({ path }: { readonly path: string }) {
  const { session } = useDeps();
  const here = useAddress();
  const messages = useMessages('notices', notices);
  return (
    <>
      {session.leftBehind().map(({ username, email, waiting }) => (
        <p key={username} className="left-behind">
          <Notice
            tone="waiting"
            heading={
              waiting === 'unknown' ? messages.ended(email) : messages.waitsFor(waiting, email)
            }
          >
            {waiting === 'unknown' && <span>{messages.keptForThem}</span>}
            {path !== pathTo.signIn() && (
              <Link href={signInPath(here)}>
                {waiting === 'unknown' ? messages.signInAgain : messages.signInToSendIt}
              </Link>
            )}
          </Notice>
        </p>
      ))}
    </>
  );
}
