import { filesIn } from '#core/files/files-in.ts';
import type { Form } from '#core/form/define-form.ts';
import { getOwn } from '#core/values/own-property.ts';
import { useDeps } from '../../deps.ts';
import { isSettled } from '../../outbox/changes/entry-changes.ts';
import type { QueuedChange } from '../../outbox/changes/queued-change.ts';
import { Link } from '../../ui/navigation.ts';
import { DestructiveButton } from '../../ui/destructive-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { sent } from '../../messages/en/sent.ts';
import { useMessages } from '../../messages/locale.ts';
import { Conflict } from './conflict.tsx';
import { editPathOf } from './edit-path.ts';
import { ExportButton } from '../entry/export-button.tsx';

type Props = {
  /** Undefined when this version of the app does not have the form. */
  readonly form: Form | undefined;
  readonly change: QueuedChange;
  readonly onDiscarded: (changes: readonly QueuedChange[]) => void;
  /** Explanations of problems by code, if it is not about an entry of one’s own. */
  readonly reasons?: Reasons | undefined;
};

type Reasons = { readonly [code: string]: string };

/** What the server rejected, why, and what the author can do. */
export function NeedsAttention({ form, change, onDiscarded, reasons }: Props) {
  const { outbox } = useDeps();
  const messages = useMessages('sent', sent);
  if (change.status.is !== 'attention') return null;
  const { problem } = change.status;
  const discard = async () => onDiscarded(await outbox.discard(change));
  const isNewer = form !== undefined && (problem.current?.formVersion ?? 0) > form.version;
  if (form && problem.current && change.answers && !isNewer)
    return <Conflict {...{ form, change, discard }} theirs={problem.current} />;
  const isSentAsNew = isSettled(change);
  const { transfers } = outbox.view();
  const gone = filesIn(change.answers).filter(({ id }) => !transfers.some((it) => it.file === id));
  return (
    <div className="attention">
      <Notice tone="attention" heading={getOwn(messages.problems, problem.code) ?? problem.title}>
        {isNewer
          ? messages.inNewerForm
          : (getOwn(reasons ?? messages.reasons, problem.code) ?? messages.nothingLost)}
      </Notice>
      {problem.issues.length > 0 && (
        <ul className="issues">
          {problem.issues.map(({ field, message }) => (
            <li key={field + message}>
              {getOwn(form?.fields, field) && (
                <strong>{`${getOwn(form?.fields, field)?.label}: `}</strong>
              )}
              <bdi>{getOwn(messages.issues, message) ?? message}</bdi>
            </li>
          ))}
        </ul>
      )}
      {isSentAsNew && gone.length > 0 && (
        <>
          <p>{messages.filesGone}</p>
          <ul className="issues">
            {gone.map(({ id, name }) => (
              <li key={id}>
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="actions">
        {form && change.answers && (
          <Link className="button-second" href={editPathOf(change)}>
            {messages.edit}
          </Link>
        )}
        <button
          className="button-second"
          type="button"
          onClick={() => void outbox.tryAgain(change)}
        >
          {isSentAsNew ? messages.sendAsNew : messages.tryAgain}
        </button>
        <ExportButton changes={[change]} label={messages.download} />
        <DestructiveButton label={messages.discard} isUndoable onPress={() => void discard()} />
      </div>
    </div>
  );
}
