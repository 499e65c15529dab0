import type { Form } from '#core/form/define-form.ts';
import type { ApiFailure } from '../../cloud/api/api-failure.ts';
import { entriesPath, signInPath } from '../../page-paths.ts';
import { Link, useLocation } from '../../ui/navigation.ts';
import { Page } from '../../ui/page.tsx';
import { StorageUnavailable } from '../../ui/storage-unavailable.tsx';
import { entries } from '../../messages/en/entries.ts';
import { useMessages } from '../../messages/locale.ts';

type Props = {
  readonly form: Form;
  readonly failure: ApiFailure;
  /** This device's storage does not answer, and may have the entry. */
  readonly isUnread?: boolean;
  readonly onRetry: () => void;
};

/** Why an entry cannot be shown, and what to do about each reason. */
export function EntryUnavailable({ form, failure, isUnread, onRetry }: Props) {
  const messages = useMessages('entries', entries);
  const why = unavailableReason(failure);
  const { heading, explanation } = messages.unavailable[why];
  const [path] = useLocation();
  return (
    <Page heading={heading} title={heading} lead={form.title}>
      <div role="alert">
        <p>{explanation}</p>
        {isUnread && <StorageUnavailable />}
      </div>
      <p className="actions">
        {why === 'signed-out' && (
          <Link className="button" href={signInPath(path)} state={{ because: 'to-see-entries' }}>
            {messages.signIn}
          </Link>
        )}
        {(why === 'unreachable' || why === 'broken') && (
          <button className="button" type="button" onClick={onRetry}>
            {messages.tryAgain}
          </button>
        )}
        {why === 'gone' && (
          <Link className="button" href={entriesPath(form.id, 'withdrawn')}>
            {messages.withdrawn}
          </Link>
        )}
        {(why === 'unknown' || why === 'forbidden') && (
          <Link className="button" href={entriesPath(form.id)}>
            {messages.mine}
          </Link>
        )}
      </p>
    </Page>
  );
}

type UnavailableReason = 'signed-out' | 'unreachable' | 'broken' | 'gone' | 'forbidden' | 'unknown';

export function unavailableReason(failure: ApiFailure): UnavailableReason {
  if (failure.is === 'unreachable') return failure.because === 'failed' ? 'broken' : 'unreachable';
  if (failure.is === 'signed-out') return 'signed-out';
  if (failure.code === 'gone' || failure.code === 'forbidden') return failure.code;
  return 'unknown';
}
