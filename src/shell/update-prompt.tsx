import { useEffect, useState } from 'react';
import { useDeps } from '../deps.ts';
import { first } from '../words/en/first.ts';
import { useWords } from '../words/speech.ts';

/** A new version is offered, never forced: a reload in the middle of a sentence is rude. */
export default function UpdatePrompt() {
  const { watchForUpdates, isTypedHere } = useDeps();
  const words = useWords('first', first);
  const [reload, setReload] = useState<(() => void) | undefined>();
  const [isWarned, setIsWarned] = useState(false);
  useEffect(() => watchForUpdates((it) => setReload(() => it)), [watchForUpdates]);
  return (
    <output className="update">
      {reload && (
        <span className="update-card">
          <span>{isWarned ? words.onlyHere : words.newVersion}</span>
          <button
            className="button-second"
            type="button"
            onClick={() => (isTypedHere() && !isWarned ? setIsWarned(true) : reload())}
          >
            {isWarned ? words.loseIt : words.reload}
          </button>
        </span>
      )}
    </output>
  );
}
