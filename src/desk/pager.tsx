import { useState } from 'react';
import { desk } from '../words/en/desk.ts';
import { useWords } from '../words/speech.ts';

type Props = {
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  readonly first: number;
  readonly last: number;
  readonly count: number;
  readonly onTurn: (page: number) => void;
};

/** Never disabled, or the focus would be lost on the last page: a button that leads nowhere says so. */
export function Pager({ page, pages, first, last, count, onTurn }: Props) {
  const words = useWords('desk', desk);
  const [said, setSaid] = useState('');
  const buttons = [
    ['first', 0],
    ['previous', page - 1],
    ['next', page + 1],
    ['last', pages - 1],
  ] as const;

  function turnTo(next: number) {
    onTurn(next);
    setSaid(words.pageOf(next + 1, pages));
  }

  return (
    <nav className="desk-pager" aria-label={words.pages}>
      <p>{words.rowsOf(first, last, count)}</p>
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
                  {words[name]}
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <output className="visually-hidden">{said}</output>
    </nav>
  );
}
