import { useId, useRef, useState } from 'react';
import type { ReviewState, StoredReview } from '#core/review/review.ts';
import { tidyText } from '#core/values/tidy-text.ts';
import { reviewingMessages } from '../../../messages/en/reviewing.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import { pathTo } from '../../../page-paths.ts';
import { DestructiveButton } from '../../../ui/destructive-button.tsx';
import { Link } from '../../../ui/navigation.ts';
import { useIsCorrecting } from '../correct/use-is-correcting.ts';
import { useMay } from '../roles/own-roles.ts';
import { stateOf, type Response } from '../data/response.ts';
import { issueOfNote, NoteBox } from '../note-box.tsx';
import { ReviewList } from './review-list.tsx';
import type { Outcome } from '../data/use-send-beside.ts';
import type { Reviewing } from './use-reviewing.ts';
import './review-part.css';

type Props = {
  /** The form's id. */
  readonly form: string;
  readonly response: Response;
  readonly reviewing: Reviewing;
  /** As the server has them. */
  readonly reviews: readonly StoredReview[];
};

/** What reviewers have decided about a response, and the buttons to decide. */
export default function ReviewPart({ form, response: stored, reviewing, reviews }: Props) {
  const messages = useMessages('reviewing', reviewingMessages);
  const { state: stateLabel, states } = useMessages('responses', responsesMessages);
  const mayReview = useMay(form, 'reviewer');
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [note, setNote] = useState('');
  const [issue, setIssue] = useState('');
  const [outcome, setOutcome] = useState<Outcome>();
  const response = reviewing.withReviews(stored);
  const state = stateOf(response);
  const waiting = reviewing.waitingFor(stored);
  // A review is about what was seen, and the correction will make another version of it.
  const isCorrecting = useIsCorrecting(stored);
  const isRefused = waiting?.status.is === 'attention';

  async function decide(decided: ReviewState) {
    const text = tidyText(note);
    const problem = issueOfNote(text, decided === 'sent-back', {
      missing: messages.noteMissing,
      tooLong: messages.noteTooLong,
    });
    setIssue(problem);
    if (problem) return box.current?.focus();
    const decision = { state: decided, ...(text && decided !== 'received' && { note: text }) };
    const result = await reviewing.review([stored], decision);
    setOutcome(result);
    if (result !== 'not-saved') setNote('');
    return undefined;
  }

  return (
    <section className="review" aria-labelledby={`${id}-heading`}>
      <h3 id={`${id}-heading`}>{messages.review}</h3>
      <p>
        <span>{`${stateLabel}: `}</span>
        <strong className="review-state" data-state={state}>
          {states[state]}
        </strong>
        {waiting && !isRefused && <span className="hint">{` · ${messages.waiting}`}</span>}
      </p>
      {isRefused && (
        <p role="alert">
          <span>{`${messages.refused} `}</span>
          <Link href={pathTo.outbox()}>{messages.seeOutbox}</Link>
        </p>
      )}
      {mayReview && isCorrecting && <p className="hint">{messages.afterCorrection}</p>}
      {mayReview && !isCorrecting && (
        <>
          <NoteBox
            label={messages.note}
            hint={messages.noteHint}
            text={note}
            onText={setNote}
            {...{ issue, box }}
          />
          <div className="actions">
            <button className="button" type="button" onClick={() => void decide('approved')}>
              {messages.approve}
            </button>
            <button
              className="button-second"
              type="button"
              onClick={() => void decide('sent-back')}
            >
              {messages.sendBack}
            </button>
            <button className="button-second" type="button" onClick={() => void decide('rejected')}>
              {messages.reject}
            </button>
            {state !== 'received' && state !== 'edited' && (
              <DestructiveButton
                label={messages.takeBack}
                isUndoable
                onPress={() => void decide('received')}
              />
            )}
          </div>
        </>
      )}
      <output>{outcome && outcomeText(outcome, messages)}</output>
      <ReviewList reviews={reviews} />
    </section>
  );
}

function outcomeText(outcome: Outcome, messages: typeof reviewingMessages): string {
  return { saved: messages.saved, sent: messages.sent, 'not-saved': messages.notSaved }[outcome];
}
