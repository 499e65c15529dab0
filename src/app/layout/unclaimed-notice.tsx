import { useState } from 'react';
import { pathTo } from '../../page-paths.ts';
import { Link, useLocation } from '../../ui/navigation.ts';
import { useOutbox } from '../../ui/use-outbox.ts';
import { notices } from '../../messages/en/notices.ts';
import { useMessages } from '../../messages/locale.ts';
import '../../ui/notice.css';

/** Offers somebody who signed in the entries saved here while nobody was: they may be theirs. */
export default function UnclaimedNotice() {
  const { unclaimed } = useOutbox();
  const messages = useMessages('notices', notices);
  const [path] = useLocation();
  const [isPostponed, setIsPostponed] = useState(false);
  const entries = new Set(unclaimed.map((it) => it.entry));
  const isShownHere =
    path === pathTo.outbox() || unclaimed.some((it) => path === pathTo.sent(it.form, it.entry));
  return (
    <output className="unclaimed">
      {entries.size > 0 && !isPostponed && !isShownHere && (
        <span className="notice" data-tone="waiting">
          <span>{messages.unclaimed(entries.size)}</span>
          <Link href={pathTo.outbox()}>{messages.seeUnclaimed}</Link>
          <button className="button-quiet" type="button" onClick={() => setIsPostponed(true)}>
            {messages.later}
          </button>
        </span>
      )}
    </output>
  );
}
