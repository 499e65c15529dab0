import { useEffect, useState } from 'react';
import { countCharacters, wordCount } from '#core/values/characters.ts';
import { tidyText } from '#core/values/tidy-text.ts';
import { notices } from '../../messages/en/notices.ts';
import { useMessages } from '../../messages/locale.ts';

type Props = {
  readonly id: string;
  readonly text: string;
  /** In characters. */
  readonly max: number;
  /** If there is a limit of words, they are counted instead. */
  readonly wordLimit: number | undefined;
};

/** Milliseconds without a key press before a screen reader announces the count. */
const pause = 1000;

/** Shows how many characters or words are left, or how many are too many. */
export default function LengthLeft({ id, text, max, wordLimit }: Props) {
  const messages = useMessages('notices', notices);
  const tidy = tidyText(text);
  const [left, unit] =
    wordLimit === undefined
      ? [max - countCharacters(tidy), messages]
      : [wordLimit - wordCount(tidy), messages.byWord];
  const message = left < 0 ? unit.tooMany(-left) : unit.left(left);
  const [announced, setAnnounced] = useState('');
  useEffect(() => {
    if (text === '') return;
    const timer = setTimeout(() => setAnnounced(message), pause);
    return () => clearTimeout(timer);
  }, [text, message]);
  return (
    <>
      <p className="visually-hidden" id={`${id}-most`}>
        {unit.most(wordLimit ?? max)}
      </p>
      <p className="hint length-left" data-over={left < 0 ? '' : undefined} aria-hidden="true">
        {message}
      </p>
      <output className="visually-hidden">{announced}</output>
    </>
  );
}
