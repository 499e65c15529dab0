import { useEffect, useRef, useState } from 'react';
import type { ReviewState } from '#core/review/review.ts';
import { reviewingMessages } from '../../../messages/en/reviewing.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import type { PagePath } from '../../../page-paths.ts';
import { Link } from '../../../ui/navigation.ts';
import { toPrint } from '../data/chosen-to-print.ts';
import type { Response } from '../data/response.ts';
import type { Reviewing } from './use-reviewing.ts';
import './review-part.css';

type Props = {
  readonly chosen: readonly Response[];
  readonly reviewing: Reviewing;
  /** The page that prints responses. */
  readonly toPaper: PagePath;
  readonly onNone: () => void;
};

type Done = { readonly responses: readonly Response[]; readonly state: ReviewState };

/** What can be done with the rows that are chosen, and to undo it. */
export default function ChosenBar({ chosen, reviewing, toPaper, onNone }: Props) {
  const messages = useMessages('reviewing', reviewingMessages);
  const { states } = useMessages('responses', responsesMessages);
  const [done, setDone] = useState<Done>();
  const [status, setStatus] = useState('');
  const [isWorking, setIsWorking] = useState(false);

  const undoButton = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone.
  const isDone = done !== undefined;
  useEffect(() => {
    if (isDone) undoButton.current?.focus();
  }, [isDone]);

  async function decide(state: ReviewState) {
    setIsWorking(true);
    setStatus(messages.working);
    const outcome = await reviewing.review(chosen, { state });
    setIsWorking(false);
    if (outcome === 'not-saved') return setStatus(messages.notSaved);
    setStatus(`${messages.done(chosen.length, states[state])}. ${messages.saved}`);
    setDone({ responses: chosen, state });
    return onNone();
  }

  async function undo({ responses }: Done) {
    setDone(undefined);
    const outcome = await reviewing.undo(responses);
    setStatus(outcome === 'not-saved' ? messages.notSaved : messages.undone);
  }

  return (
    <section
      className="chosen-bar"
      aria-label={messages.chosenResponses}
      data-is-open={chosen.length > 0 || status !== ''}
    >
      {chosen.length === 0 && !status && <span className="hint">{messages.chooseRows}</span>}
      {chosen.length > 0 && (
        <>
          <strong>{messages.chosen(chosen.length)}</strong>
          <button
            className="button-second"
            type="button"
            disabled={isWorking}
            onClick={() => void decide('approved')}
          >
            {messages.approveChosen(chosen.length)}
          </button>
          <button
            className="button-second"
            type="button"
            disabled={isWorking}
            onClick={() => void decide('rejected')}
          >
            {messages.rejectChosen(chosen.length)}
          </button>
          <Link
            className="button-second"
            href={`${toPaper}&only=chosen` as PagePath}
            state={toPrint(chosen)}
          >
            {messages.printChosen(chosen.length)}
          </Link>
          <button className="button-quiet" type="button" onClick={onNone}>
            {messages.chooseNone}
          </button>
        </>
      )}
      <output>{status}</output>
      {done && chosen.length === 0 && (
        <button
          className="button-quiet"
          type="button"
          ref={undoButton}
          onClick={() => void undo(done)}
        >
          {messages.undo}
        </button>
      )}
    </section>
  );
}
