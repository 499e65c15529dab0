import { useState } from 'react';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import './pager.css';

type Props = {
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  readonly first: number;
  readonly last: number;
  readonly count: number;
  readonly onTurn: (page: number) => void;
};

/**
 * Buttons are never disabled, or the focus would be lost on the last page: they announce that there is
 * nothing further.
 */
export function Pager({ page, pages, first, last, count, onTurn }: Props) {
  const messages = useMessages('responses', responsesMessages);
  const [announcement, setAnnouncement] = useState('');
  const buttons = [
    ['first', 0],
    ['previous', page - 1],
    ['next', page + 1],
    ['last', pages - 1],
  ] as const;

  function turnTo(next: number) {
    onTurn(next);
    setAnnouncement(messages.pageOf(next + 1, pages));
  }

  return (
    <nav className="responses-pager" aria-label={messages.pages}>
      <p>{messages.rowsOf(first, last, count)}</p>
      {pages > 1 && (
        <ul>
          {buttons.map(([name, to]) => {
            const leadsNowhere = to === page || to < 0 || to >= pages;
            return (
              <li key={name}>
                <button
                  className="button-second"
                  type="button"
                  aria-disabled={leadsNowhere}
                  onClick={() => leadsNowhere || turnTo(to)}
                >
                  {messages[name]}
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <output className="visually-hidden">{announcement}</output>
    </nav>
  );
}
