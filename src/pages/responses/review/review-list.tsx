import type { StoredReview } from '#core/review/review.ts';
import { reviewingMessages } from '../../../messages/en/reviewing.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import { useMomentText } from '../time-zone/zone-context.ts';
import { formatNumber } from '../../../messages/number-format.ts';

type Props = { readonly reviews: readonly StoredReview[] };

/** All reviews of a response, the latest first. */
export function ReviewList({ reviews }: Props) {
  const messages = useMessages('reviewing', reviewingMessages);
  const { states } = useMessages('responses', responsesMessages);
  const momentText = useMomentText();
  if (reviews.length === 0) return null;
  return (
    <>
      <h4>{messages.reviews}</h4>
      <ol className="review-list">
        {reviews.toReversed().map(({ id, state, at, by, email = by, version, note }) => (
          <li key={id}>
            <strong>{states[state]}</strong>
            <span className="hint">
              <time dateTime={at}>{momentText(at)}</time>
            </span>
            <bdi className="hint">{messages.by(email, formatNumber(version))}</bdi>
            {note !== undefined && (
              <p className="review-note" dir="auto">
                {note}
              </p>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
