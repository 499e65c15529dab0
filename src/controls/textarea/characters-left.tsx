import { useEffect, useState } from 'react';
import { countCharacters } from '#core/values/characters.ts';
import { tidyText } from '#core/values/tidy-text.ts';
import { notices } from '../../messages/en/notices.ts';
import { useMessages } from '../../messages/locale.ts';

type Props = { readonly id: string; readonly text: string; readonly max: number };

/** Milliseconds without a key press before a screen reader announces the count. */
const pause = 1000;

/** Shows how many characters are left, or how many are too many. */
export default function CharactersLeft({ id, text, max }: Props) {
  const messages = useMessages('notices', notices);
  const left = max - countCharacters(tidyText(text));
  const message = left < 0 ? messages.tooMany(-left) : messages.left(left);
  const [announced, setAnnounced] = useState('');
  useEffect(() => {
    if (text === '') return;
    const timer = setTimeout(() => setAnnounced(message), pause);
    return () => clearTimeout(timer);
  }, [text, message]);
  return (
    <>
      <p className="visually-hidden" id={`${id}-most`}>
        {messages.most(max)}
      </p>
      <p className="hint characters-left" data-over={left < 0 ? '' : undefined} aria-hidden="true">
        {message}
      </p>
      <output className="visually-hidden">{announced}</output>
    </>
  );
}
