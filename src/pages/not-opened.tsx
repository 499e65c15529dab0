import { Link, useLocation } from 'wouter';
import type { Form } from '#core/form.ts';
import type { Failure } from '../cloud/failure.ts';
import { signInPath } from '../paths.ts';
import { Page } from '../shell/page.tsx';
import { StorageSilent } from '../shell/storage-silent.tsx';
import { entries } from '../words/en/entries.ts';
import { useWords } from '../words/speech.ts';

type Props = {
  readonly form: Form;
  readonly failure: Failure;
  /** This device's storage does not answer: there may be something of it in there. */
  readonly isUnread?: boolean;
  readonly onRetry: () => void;
};

/** Why one entry cannot be shown, and what the person can do about it: each reason is another. */
export function NotOpened({ form, failure, isUnread, onRetry }: Props) {
  const words = useWords('entries', entries);
  const why = whyNot(failure);
  const { heading, explanation } = words.notOpened[why];
  const [path] = useLocation();
  return (
    <Page heading={heading} title={heading} lead={form.title}>
      <div role="alert">
        <p>{explanation}</p>
        {isUnread && <StorageSilent />}
      </div>
      <p className="actions">
        {why === 'signed-out' && (
          <Link className="button" href={signInPath(path)} state={{ because: 'to-see-entries' }}>
            {words.signIn}
          </Link>
        )}
        {(why === 'unreachable' || why === 'broken') && (
          <button className="button" type="button" onClick={onRetry}>
            {words.tryAgain}
          </button>
        )}
        {why === 'gone' && (
          <Link className="button" href={`/${form.id}/entries?withdrawn`}>
            {words.withdrawn}
          </Link>
        )}
        {(why === 'unknown' || why === 'forbidden') && (
          <Link className="button" href={`/${form.id}/entries`}>
            {words.mine}
          </Link>
        )}
      </p>
    </Page>
  );
}

export type WhyNot = 'signed-out' | 'unreachable' | 'broken' | 'gone' | 'forbidden' | 'unknown';

export function whyNot(failure: Failure): WhyNot {
  if (failure.is === 'unreachable') return failure.because === 'failed' ? 'broken' : 'unreachable';
  if (failure.is === 'signed-out') return 'signed-out';
  if (failure.code === 'gone' || failure.code === 'forbidden') return failure.code;
  return 'unknown';
}
