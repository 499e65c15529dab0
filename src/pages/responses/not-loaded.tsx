import type { ApiFailure } from '../../cloud/api/api-failure.ts';
import { failureReasonOf } from '../../cloud/api/failure-reason.ts';
import { failures } from '../../messages/en/failures.ts';
import { responsesMessages } from '../../messages/en/responses.ts';
import { useMessages } from '../../messages/locale.ts';
import { Notice } from '../../ui/notice.tsx';

type Props = {
  readonly className: string;
  readonly heading: string;
  readonly failure: ApiFailure;
  readonly onRetry: () => void;
};

/** Why counts could not be loaded, and a button to try it again. */
export function NotLoaded({ className, heading, failure, onRetry }: Props) {
  const { tryAgain } = useMessages('responses', responsesMessages);
  const { why } = useMessages('failures', failures);
  return (
    <div className={className} role="alert">
      <Notice tone="waiting" heading={heading}>
        {why[failureReasonOf(failure)]}
      </Notice>
      <button className="button-second" type="button" onClick={onRetry}>
        {tryAgain}
      </button>
    </div>
  );
}
