import { Notice } from '../../ui/notice.tsx';
import { entries } from '../../messages/en/entries.ts';
import { useMessages } from '../../messages/locale.ts';
import { correctionOf, type OwnEntry } from './own-entries.ts';
import './review-notice.css';

/** Why the form's owners have corrected an entry. Nothing, once its author has changed it. */
export function CorrectionNotice({ entry }: { readonly entry: OwnEntry }) {
  const { corrected } = useMessages('entries', entries);
  const correction = correctionOf(entry);
  if (!correction) return null;
  return (
    <section className="review-notice">
      <Notice tone="done" heading={corrected}>
        <span className="review-notice-text" dir="auto">
          {correction.reason}
        </span>
      </Notice>
    </section>
  );
}
