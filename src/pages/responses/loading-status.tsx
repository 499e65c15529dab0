import { failureReasonOf } from '../../cloud/api/failure-reason.ts';
import { failures } from '../../messages/en/failures.ts';
import { responsesMessages } from '../../messages/en/responses.ts';
import { useMessages } from '../../messages/locale.ts';
import { Notice } from '../../ui/notice.tsx';
import { StoppableProgress } from './stoppable-progress.tsx';
import { ZoneChoice } from './time-zone/zone-choice.tsx';
import type { Zone } from './time-zone/zones.ts';
import type { useResponses } from './data/use-responses.ts';

type Props = {
  readonly responses: ReturnType<typeof useResponses>;
  /** Whether they are of all days. */
  readonly isWhole: boolean;
  /** How many match the filter. */
  readonly shown: number;
  /** Whether the filter and the order were applied to all that are loaded. */
  readonly isSettled: boolean;
  /** Of all responses, if known. */
  readonly total: number | undefined;
  readonly zone: Zone;
  readonly onZone: (zone: Zone) => void;
};

/** How many responses there are, and how far loading them has come. */
export function LoadingStatus({ responses, isWhole, shown, isSettled, ...props }: Props) {
  const messages = useMessages('responses', responsesMessages);
  const { total, zone, onZone } = props;
  const { why } = useMessages('failures', failures);
  const { state, failure, rows, stop, goOn } = responses;
  const loaded = rows.length;
  return (
    <>
      {state === 'failed' && (
        <div role="alert">
          <Notice tone="waiting" heading={messages.notFetched}>
            {failure ? `${messages.safe} ${why[failureReasonOf(failure)]}` : messages.safe}
          </Notice>
        </div>
      )}
      {(state === 'failed' || state === 'stopped') && (
        <p>
          <button className="button-second" type="button" onClick={goOn}>
            {state === 'failed' ? messages.tryAgain : messages.loadMore}
          </button>
        </p>
      )}
      <div className="responses-status hint">
        {state === 'loading' && (
          <StoppableProgress
            text={messages.loading}
            count={loaded}
            total={isWhole ? total : undefined}
            stopLabel={messages.stopLoading}
            onStop={stop}
          />
        )}
        {/* Always on the page: a live region is announced only when its text changes. */}
        <output>
          {state !== 'loading' && !(state === 'failed' && loaded === 0) && (
            <span>
              {isSettled
                ? statusText({ loaded, shown, hasMore: state !== 'done', isWhole }, messages)
                : messages.arranging}
            </span>
          )}
        </output>
        <ZoneChoice zone={zone} onZone={onZone} />
      </div>
    </>
  );
}

type TableStatus = {
  readonly loaded: number;
  readonly shown: number;
  readonly hasMore: boolean;
  readonly isWhole: boolean;
};

function statusText(
  { loaded, shown, hasMore, isWhole }: TableStatus,
  messages: typeof responsesMessages,
): string {
  if (loaded === 0 && hasMore) return messages.stoppedAtOnce;
  if (loaded === 0) return isWhole ? messages.nobody : messages.nobodyThen;
  if (shown === 0) return messages.noMatch;
  if (shown === loaded) return (hasMore ? messages.loadedOfMore : messages.loaded)(loaded);
  return (hasMore ? messages.matchingOfMore : messages.matching)(shown, loaded);
}
