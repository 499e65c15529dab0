import { Link } from 'wouter';
import { useDeps } from '../deps.ts';
import { signInPath } from '../paths.ts';
import { notices } from '../words/en/notices.ts';
import { useWords } from '../words/speech.ts';
import { Notice } from './notice.tsx';

/** What waits here for whom, when nobody is signed in: only they can send it. */
export default function LeftBehind({ path }: { readonly path: string }) {
  const { session } = useDeps();
  const words = useWords('notices', notices);
  return (
    <>
      {session.leftBehind().map(({ username, email, waiting }) => (
        <p key={username} className="left-behind">
          <Notice
            tone="waiting"
            heading={waiting === 'unknown' ? words.ended(email) : words.waitsFor(waiting, email)}
          >
            {waiting === 'unknown' && <span>{words.keptForThem}</span>}
            {path !== '/sign-in' && (
              <Link href={signInPath(path)}>
                {waiting === 'unknown' ? words.signInAgain : words.signInToSendIt}
              </Link>
            )}
          </Notice>
        </p>
      ))}
    </>
  );
}
