import { useEffect, useRef, useState } from 'react';
import { tidyText } from '#core/values/tidy-text.ts';
import { failureReasonOf } from '../../../cloud/api/failure-reason.ts';
import type { Sending } from '../../../form/filling.ts';
import { correctingMessages } from '../../../messages/en/correcting.ts';
import { failures } from '../../../messages/en/failures.ts';
import { useMessages } from '../../../messages/locale.ts';
import { ChangedAnswers } from '../../entry/versions/changed-answers.tsx';
import { issueOfNote, NoteBox } from '../note-box.tsx';
import type { ChangedQuestion } from '../../entry/versions/changed-questions.ts';

type Props = {
  readonly changed: readonly ChangedQuestion[];
  readonly sending: Sending;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onBack: () => void;
  readonly onConfirmed: () => void;
};

/** What a correction changes, and the box for why. */
export function ConfirmCorrection(props: Props) {
  const { changed, sending, reason, onReason, onBack, onConfirmed } = props;
  const messages = useMessages('correcting', correctingMessages);
  const { why } = useMessages('failures', failures);
  const heading = useRef<HTMLHeadingElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const [issue, setIssue] = useState('');
  // What was pressed is gone.
  useEffect(() => heading.current?.focus(), []);
  const back = (
    <button className="button-second" type="button" onClick={onBack}>
      {messages.goOn}
    </button>
  );
  const title = (
    <h2 className="section-heading" tabIndex={-1} ref={heading}>
      {messages.checkHeading}
    </h2>
  );

  function confirm() {
    const found = issueOfNote(tidyText(reason), true, {
      missing: messages.reasonMissing,
      tooLong: messages.reasonTooLong,
    });
    setIssue(found);
    if (found) box.current?.focus();
    else onConfirmed();
  }

  if (changed.length === 0)
    return (
      <>
        {title}
        <p>{messages.nothingChanged}</p>
        <p className="actions">{back}</p>
      </>
    );
  return (
    <>
      {title}
      <ChangedAnswers changed={changed} />
      <div className="correct-reason">
        <NoteBox
          label={messages.reason}
          hint={messages.reasonHint}
          text={reason}
          onText={onReason}
          isRequired
          {...{ issue, box }}
        />
      </div>
      {sending.is === 'failed' && <p role="alert">{why[failureReasonOf(sending.failure)]}</p>}
      <div className="actions">
        <button
          className="button"
          type="button"
          disabled={sending.is === 'under-way'}
          onClick={confirm}
        >
          {messages.save}
        </button>
        {back}
      </div>
    </>
  );
}
