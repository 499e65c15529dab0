import { useState } from 'react';
import { numberInWords } from './in-words.ts';

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
  const [said, setSaid] = useState('');
  const buttons = [
    ['First', 0],
    ['Previous', page - 1],
    ['Next', page + 1],
    ['Last', pages - 1],
  ] as const;

  function turnTo(next: number) {
    onTurn(next);
    setSaid(`Page ${numberInWords(next + 1)} of ${numberInWords(pages)}`);
  }

  return (
    <nav className="desk-pager" aria-label="Pages of responses">
      <p>
        {numberInWords(first)}–{numberInWords(last)} of {numberInWords(count)}
      </p>
      {pages > 1 && (
        <ul>
          {buttons.map(([words, to]) => {
            const leadsNowhere = to === page || to < 0 || to >= pages;
            return (
              <li key={words}>
                <button
                  className="button-second"
                  type="button"
                  aria-disabled={leadsNowhere}
                  onClick={() => leadsNowhere || turnTo(to)}
                >
                  {words}
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
