import { useId, useRef, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import type { StoredComment } from '#core/comments/comment.ts';
import { tidyText } from '#core/values/tidy-text.ts';
import { commentingMessages } from '../../../messages/en/commenting.ts';
import { useMessages } from '../../../messages/locale.ts';
import type { QueuedChange } from '../../../outbox/changes/queued-change.ts';
import type { Response } from '../data/response.ts';
import { issueOfNote, NoteBox } from '../note-box.tsx';
import { useMay } from '../roles/own-roles.ts';
import { CommentLine } from './comment-line.tsx';
import { useComments, type ShownComment } from './use-comments.ts';
import './comments-part.css';

type Props = {
  readonly form: Form;
  readonly response: Response;
  /** As the server has them. */
  readonly comments: readonly StoredComment[];
};

/** What owners and reviewers have written about a response, and a box to write in. */
export default function CommentsPart({ form, response, comments: stored }: Props) {
  const messages = useMessages('commenting', commentingMessages);
  const mayWrite = useMay(form.id, 'reviewer');
  const comments = useComments({ form, response, stored });
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [issue, setIssue] = useState('');
  const [status, setStatus] = useState('');

  async function add() {
    const comment = tidyText(text);
    const problem = issueOfNote(comment, true, messages);
    setIssue(problem);
    if (problem) return box.current?.focus();
    const outcome = await comments.add(comment);
    setStatus(textOf(outcome, messages));
    if (outcome !== 'not-saved') setText('');
    return undefined;
  }

  async function takeBack(comment: ShownComment) {
    const outcome = await comments.takeBack(comment);
    setStatus(outcome === 'not-saved' ? messages.notTakenBack : textOf(outcome, messages));
    // The button that was pressed is gone.
    if (outcome !== 'not-saved') box.current?.focus();
  }

  async function discard(change: QueuedChange, discarded = '') {
    if (!(await comments.discard(change))) return setStatus(messages.notTakenBack);
    // Nothing that somebody wrote is lost.
    if (discarded) setText((typed) => [typed, discarded].filter(Boolean).join('\n'));
    setStatus(discarded ? messages.discarded : '');
    return box.current?.focus();
  }

  return (
    <section className="comments" aria-labelledby={`${id}-heading`}>
      <h3 id={`${id}-heading`}>{messages.comments}</h3>
      {comments.shown.length > 0 ? (
        <ol className="comment-list">
          {comments.shown.map((comment) => (
            <CommentLine
              key={comment.id}
              {...{ form, comment }}
              onTakeBack={() => void takeBack(comment)}
              onDiscard={(change) => void discard(change, comment.text)}
            />
          ))}
        </ol>
      ) : (
        <p className="hint">{messages.none}</p>
      )}
      {mayWrite && (
        <>
          <NoteBox
            label={messages.write}
            hint={messages.lead}
            text={text}
            onText={setText}
            {...{ issue, box }}
          />
          <button className="button-second" type="button" onClick={() => void add()}>
            {messages.add}
          </button>
        </>
      )}
      <output>{status}</output>
    </section>
  );
}

function textOf(outcome: 'saved' | 'sent' | 'not-saved', messages: typeof commentingMessages) {
  return { saved: messages.saved, sent: messages.sent, 'not-saved': messages.notSaved }[outcome];
}
