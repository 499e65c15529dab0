import { use } from 'react';
import { isAtLeast } from '#core/roles/role.ts';
import type { Summary } from '#core/summary/summary-of-counts.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { formatNumber } from '../../../messages/number-format.ts';
import { useMessages } from '../../../messages/locale.ts';
import { OwnRolesContext } from '../roles/own-roles.ts';
import { countToReview } from './to-review.ts';
import type { NewCount } from './use-new-counts.ts';

type Props = {
  readonly summaries: ReadonlyMap<string, Summary>;
  readonly newCounts: ReadonlyMap<string, NewCount>;
};

/** What an owner has to do, in all forms together. Nothing if that is nothing. */
export function OverAllForms({ summaries, newCounts }: Props) {
  const messages = useMessages('responses', responsesMessages);
  const roles = use(OwnRolesContext);
  const waiting = [...summaries]
    .filter(([form]) => isAtLeast(roles.in(form), 'reviewer'))
    .map(([, summary]) => ({ count: countToReview(summary), complete: summary.complete }))
    .filter(({ count }) => count > 0);
  const toReview = sumOf(waiting.map(({ count }) => count));
  const isAtLeastThat = waiting.some(({ complete }) => !complete);
  const newOnes = sumOf([...newCounts.values()].map(({ count }) => count));
  if (toReview + newOnes === 0) return null;
  const number = formatNumber(toReview);
  return (
    <p className="over-all-forms">
      {toReview > 0 && (
        <strong>
          {messages.allToReview(isAtLeastThat ? messages.atLeast(number) : number, waiting.length)}
        </strong>
      )}
      {newOnes > 0 && <span>{messages.allNew(formatNumber(newOnes))}</span>}
    </p>
  );
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, it) => sum + it, 0);
}
