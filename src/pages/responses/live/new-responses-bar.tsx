import { useRef } from 'react';
import { tableMessages } from '../../../messages/en/table.ts';
import { useMessages } from '../../../messages/locale.ts';
import './new-responses-bar.css';

type Props = {
  readonly count: number;
  /** There are more than were counted. */
  readonly isAtLeast: boolean;
  readonly onShow: () => void;
};

/** Says that responses came in. Nothing moves until somebody wants to see them. */
export function NewResponsesBar({ count, isAtLeast, onShow }: Props) {
  const messages = useMessages('table', tableMessages);
  const text = useRef<HTMLOutputElement>(null);
  return (
    <div className="new-responses-bar" data-is-open={count > 0}>
      {/* Always on the page: a live region is announced only when its text changes. */}
      <output ref={text} tabIndex={-1}>
        {count > 0 && <span>{(isAtLeast ? messages.newAtLeast : messages.newOnes)(count)}</span>}
      </output>
      {count > 0 && (
        <button
          className="button-quiet"
          type="button"
          onClick={() => {
            // The button that is pressed goes.
            text.current?.focus();
            onShow();
          }}
        >
          {messages.showNew}
        </button>
      )}
    </div>
  );
}
