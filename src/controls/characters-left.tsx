import { useEffect, useState } from 'react';
import { countCharacters } from '#core/fields/characters.ts';
import { tidyText } from '#core/fields/tidy.ts';
import { notices } from '../words/en/notices.ts';
import { useWords } from '../words/speech.ts';

type Props = { readonly id: string; readonly text: string; readonly max: number };

/** Milliseconds without a key, so that a screen reader says it between words and not at each letter. */
const pause = 1000;

/** How much more there is room for, or how much there is too much. */
export default function CharactersLeft({ id, text, max }: Props) {
  const words = useWords('notices', notices);
  const left = max - countCharacters(tidyText(text));
  const said = left < 0 ? words.tooMany(-left) : words.left(left);
  const [heard, setHeard] = useState('');
  useEffect(() => {
    if (text === '') return;
    const timer = setTimeout(() => setHeard(said), pause);
    return () => clearTimeout(timer);
  }, [text, said]);
  return (
    <>
      <p className="visually-hidden" id={`${id}-most`}>
        {words.most(max)}
      </p>
      <p className="hint characters-left" data-over={left < 0 ? '' : undefined} aria-hidden="true">
        {said}
      </p>
      <output className="visually-hidden">{heard}</output>
    </>
  );
}
