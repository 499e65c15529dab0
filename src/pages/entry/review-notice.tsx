import { pathTo } from '../../page-paths.ts';
import { Link } from '../../ui/navigation.ts';
import { Notice } from '../../ui/notice.tsx';
import { entries } from '../../messages/en/entries.ts';
import { useMessages } from '../../messages/locale.ts';
import { reviewOf, type OwnEntry } from './own-entries.ts';
import './review-notice.css';

type Props = { readonly form: string; readonly entry: OwnEntry };

const tones = { approved: 'done', rejected: 'attention', 'sent-back': 'attention' } as const;

/** What reviewers have decided about an entry, with their note. Nothing, once its author has changed it. */
export function ReviewNotice({ form, entry }: Props) {
  const messages = useMessages('entries', entries);
  const review = reviewOf(entry);
  if (!review) return null;
  const { state, note } = review;
  return (
    <section className="review-notice">
      <Notice tone={tones[state]} heading={messages.reviewed[state]}>
        {note !== undefined && (
          <span className="review-notice-text" dir="auto">
            {note}
          </span>
        )}
      </Notice>
      {state === 'sent-back' && (
        <p className="actions">
          <Link className="button" href={pathTo.edit(form, entry.id)}>
            {messages.correct}
          </Link>
        </p>
      )}
    </section>
  );
}
