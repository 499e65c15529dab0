import { failureReasonOf } from '../../../cloud/api/failure-reason.ts';
import { failures } from '../../../messages/en/failures.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import { Notice } from '../../../ui/notice.tsx';
import type { ExportFailure } from './use-export.ts';

type Props = { readonly failure: ExportFailure | undefined; readonly onGoOn: () => void };

/** Why there is no file, and a button to go on where that may help. */
export function ExportFailureNotice({ failure, onGoOn }: Props) {
  const messages = useMessages('responses', responsesMessages);
  const { why } = useMessages('failures', failures);
  const final = finalText(failure, messages);
  return (
    <div role="alert">
      <Notice tone="waiting" heading={messages.stopped}>
        {final ?? (
          <>
            <span>
              {`${messages.keptSoFar} ${isFromApi(failure) ? why[failureReasonOf(failure)] : ''} `}
            </span>
            <button className="button-quiet" type="button" onClick={onGoOn}>
              {messages.goOn}
            </button>
          </>
        )}
      </Notice>
    </div>
  );
}

type FinalFailure = Extract<ExportFailure, { is: 'disk-full' | 'too-many' | 'too-many-to-sort' }>;
type NetworkFailure = Exclude<ExportFailure, FinalFailure>;

function isFromApi(failure: ExportFailure | undefined): failure is NetworkFailure {
  return failure !== undefined && failure.is !== 'disk-full' && !('most' in failure);
}

function finalText(
  failure: ExportFailure | undefined,
  messages: typeof responsesMessages,
): string | undefined {
  if (!failure || isFromApi(failure)) return undefined;
  if (failure.is === 'disk-full') return messages.diskFull;
  const { is, most } = failure;
  return is === 'too-many' ? messages.tooManyForWorkbook(most) : messages.tooManyToSort(most);
}
