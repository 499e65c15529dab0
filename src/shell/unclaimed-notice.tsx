import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useOutbox } from '../outbox/use-outbox.ts';
import { notices } from '../words/en/notices.ts';
import { useWords } from '../words/speech.ts';

/** Tells who has signed in that entries wait here which nobody has sent: they may be theirs. */
export default function UnclaimedNotice() {
  const { unclaimed } = useOutbox();
  const words = useWords('notices', notices);
  const [path] = useLocation();
  const [isLater, setIsLater] = useState(false);
  const entries = new Set(unclaimed.map((it) => it.entry));
  const isAskedHere =
    path === '/outbox' || unclaimed.some((it) => path.endsWith(`/sent/${it.entry}`));
  return (
    <output className="unclaimed">
      {entries.size > 0 && !isLater && !isAskedHere && (
        <span className="notice" data-tone="waiting">
          <span>{words.unclaimed(entries.size)}</span>
          <Link href="/outbox">{words.seeUnclaimed}</Link>
          <button className="button-quiet" type="button" onClick={() => setIsLater(true)}>
            {words.later}
          </button>
        </span>
      )}
    </output>
  );
}
