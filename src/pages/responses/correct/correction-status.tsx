import type { Sending } from '../../../form/filling.ts';
import { correctingMessages } from '../../../messages/en/correcting.ts';
import { useMessages } from '../../../messages/locale.ts';
import { pathTo } from '../../../page-paths.ts';
import { Link } from '../../../ui/navigation.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useQueuedChange } from '../../../ui/use-outbox.ts';
import { responsePath } from '../../../ui/response-path.ts';
import type { ResponseKey } from '../data/response.ts';

type Props = {
  readonly form: string;
  readonly which: ResponseKey;
  readonly sending: Extract<Sending, { is: 'saved' | 'delivered' }>;
};

/** Where a correction stands: saved here, refused, or stored. */
export function CorrectionStatus({ form, which, sending }: Props) {
  const messages = useMessages('correcting', correctingMessages);
  const change = useQueuedChange(sending.is === 'saved' ? sending.changeId : '');
  const isRefused = change?.status.is === 'attention';
  const isSent = sending.is === 'delivered' || change?.status.is === 'delivered';
  const tone = isRefused ? 'attention' : isSent ? 'done' : 'waiting';
  const heading = isSent ? messages.sent : messages.saved;
  return (
    <>
      <output>
        <Notice tone={tone} heading={isRefused ? messages.refused : heading}>
          {!isRefused && !isSent && messages.savedHint}
        </Notice>
      </output>
      <p className="actions">
        {isRefused && (
          <Link className="button" href={pathTo.outbox()}>
            {messages.seeOutbox}
          </Link>
        )}
        <Link className="button-second" href={responsePath(form, which)}>
          {messages.backToResponse}
        </Link>
      </p>
    </>
  );
}
