import { useState } from 'react';
import { useDeps } from '../../deps.ts';
import { pathTo } from '../../page-paths.ts';
import { Link, useLocation } from '../../ui/navigation.ts';
import { useOutbox } from '../../ui/use-outbox.ts';
import { notices } from '../../messages/en/notices.ts';
import { useMessages } from '../../messages/locale.ts';
import '../../ui/notice.css';

/** Offers somebody who signed in the entries of this device from before: they may be theirs. */
export function UnclaimedNotice() {
  const { unclaimed, adoptable } = useOutbox();
  const messages = useMessages('notices', notices);
  const [path] = useLocation();
  const [isPostponed, setIsPostponed] = useState(false);
  const entries = new Set(unclaimed.map((it) => it.entry));
  const isShownHere =
    path === pathTo.outbox() || unclaimed.some((it) => path === pathTo.sent(it.form, it.entry));
  return (
    <>
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
      {adoptable.length > 0 && <Adoptable count={new Set(adoptable.map((it) => it.entry)).size} />}
    </>
  );
}

/** Entries that this device has sent without an account. On a shared device they may be another person's. */
function Adoptable({ count }: { readonly count: number }) {
  const { outbox } = useDeps();
  const messages = useMessages('notices', notices);
  const [step, setStep] = useState<'offered' | 'under-way' | 'failed' | 'declined'>('offered');

  async function adopt() {
    setStep('under-way');
    const adopted = await outbox.adopt();
    setStep(adopted.ok ? 'offered' : 'failed');
  }

  if (step === 'declined') return null;
  return (
    <output className="unclaimed">
      <span className="notice" data-tone="waiting">
        <span>{step === 'failed' ? messages.notAdopted : messages.adoptable(count)}</span>
        <button
          className="button-quiet"
          type="button"
          disabled={step === 'under-way'}
          onClick={() => void adopt()}
        >
          {step === 'under-way' ? messages.adopting : messages.adopt}
        </button>
        <button className="button-quiet" type="button" onClick={() => setStep('declined')}>
          {messages.notMine}
        </button>
      </span>
    </output>
  );
}
