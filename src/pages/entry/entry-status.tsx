import { correctionOf, hasMalware, reviewOf, type OwnEntry } from './own-entries.ts';
import { usePerson } from '../../deps.ts';
import { isUndelivered } from '../../outbox/changes/queued-change.ts';
import { shownStatusOf } from '../../outbox/changes/shown-status.ts';
import { Shape } from '../../ui/notice.tsx';
import { useOutbox } from '../../ui/use-outbox.ts';
import { entries } from '../../messages/en/entries.ts';
import { sent } from '../../messages/en/sent.ts';
import { useMessages } from '../../messages/locale.ts';
import './entry-status.css';

type Props = { readonly entry: OwnEntry; readonly isFromWithdrawn: boolean };

/** Where an entry stands: a word with a shape. */
export function EntryStatus({ entry, isFromWithdrawn }: Props) {
  const { statuses } = useMessages('sent', sent);
  const messages = useMessages('entries', entries);
  const { backoff } = useOutbox();
  const isSessionExpired = usePerson()?.sessionExpired ?? false;
  const { last, isWithdrawn } = entry;
  const status = last && isUndelivered(last) && shownStatusOf(last, isSessionExpired, backoff);
  const isHidden = isWithdrawn || (isFromWithdrawn && last?.kind !== 'restore');
  const outcome = last?.kind === 'erase' ? messages.erased : isHidden && messages.withdrawnStatus;
  const review = outcome ? undefined : reviewOf(entry);
  const isCorrected = !outcome && !status && correctionOf(entry) !== undefined;
  const isMalware = !outcome && hasMalware(entry);
  const needsAuthor =
    status === 'attention' || isMalware || (review && review.state !== 'approved');
  const tone = needsAuthor ? 'attention' : status ? 'waiting' : 'done';
  return (
    <span className="entry-status" data-tone={outcome && !status ? undefined : tone}>
      {(status || !outcome) && <Shape of={tone} />}
      {outcome && <span>{outcome}</span>}
      {(status || !outcome) && (
        <span>
          {isMalware
            ? messages.malware
            : review
              ? messages.reviewed[review.state]
              : isCorrected
                ? messages.corrected
                : statuses[status || 'delivered']}
        </span>
      )}
    </span>
  );
}
