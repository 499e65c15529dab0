import type { TakenBack } from '#core/comments/comment.ts';
import type { Form } from '#core/form/define-form.ts';
import { usePerson } from '../../../deps.ts';
import { commentingMessages } from '../../../messages/en/commenting.ts';
import { useMessages } from '../../../messages/locale.ts';
import { formatNumber } from '../../../messages/number-format.ts';
import { isOnlyHere, type QueuedChange } from '../../../outbox/changes/queued-change.ts';
import { pathTo } from '../../../page-paths.ts';
import { DestructiveButton } from '../../../ui/destructive-button.tsx';
import { Link } from '../../../ui/navigation.ts';
import { useMay } from '../roles/own-roles.ts';
import { useMomentText } from '../time-zone/zone-context.ts';
import type { ShownComment } from './use-comments.ts';

type Props = {
  readonly form: Form;
  readonly comment: ShownComment;
  readonly onTakeBack: () => void;
  /** Of what has not left this device: the comment, or what takes it back. */
  readonly onDiscard: (change: QueuedChange) => void;
};

/** One comment: who wrote it and when, and what may be done about it. */
export function CommentLine({ form, comment, onTakeBack, onDiscard }: Props) {
  const messages = useMessages('commenting', commentingMessages);
  const { username } = usePerson() ?? {};
  const momentText = useMomentText();
  const isOwner = useMay(form.id, 'owner');
  const mayWrite = useMay(form.id, 'reviewer');
  const { at, by, email = by, version, text, takenBack, change } = comment;
  const mayDiscard = change !== undefined && isOnlyHere(change);
  const mayTakeBack = text !== undefined && (isOwner || (mayWrite && by === username));
  return (
    <li>
      <p className="hint">
        <span>{messages.by(by === username ? messages.you : email, formatNumber(version))}</span>
        <span>{' · '}</span>
        <time dateTime={at}>{momentText(at)}</time>
      </p>
      {text !== undefined && (
        <p className="comment-text" dir="auto">
          {text}
        </p>
      )}
      {takenBack && <p>{takenBackText(takenBack, username, messages)}</p>}
      {change && <Waiting change={change} />}
      {mayDiscard && (
        <DestructiveButton
          label={takenBack ? messages.keep : messages.discard}
          isUndoable
          onPress={() => onDiscard(change)}
        />
      )}
      {mayTakeBack && !mayDiscard && (
        <DestructiveButton label={messages.takeBack} isUndoable onPress={onTakeBack} />
      )}
    </li>
  );
}

function takenBackText(
  { by, email = by }: TakenBack,
  username: string | undefined,
  messages: typeof commentingMessages,
): string {
  return by === username ? messages.takenBackByYou : messages.takenBackBy(email);
}

/** What has not arrived: it waits, or the server has refused it. */
function Waiting({ change: { status } }: { readonly change: QueuedChange }) {
  const messages = useMessages('commenting', commentingMessages);
  if (status.is !== 'attention') return <p className="hint">{messages.waiting}</p>;
  return (
    <p>
      <span>{`${messages.refused} `}</span>
      <Link href={pathTo.outbox()}>{messages.seeOutbox}</Link>
    </p>
  );
}
