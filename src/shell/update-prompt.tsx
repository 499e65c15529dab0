import { useEffect, useState } from 'react';
import { useDeps } from '../deps.ts';
import { first } from '../words/en/first.ts';
import { useWords } from '../words/speech.ts';

/** A new version is offered, never forced: a reload in the middle of a sentence is rude. */
export default function UpdatePrompt() {
  const { watchForUpdates } = useDeps();
  const words = useWords('first', first);
  const [reload, setReload] = useState<(() => void) | undefined>();
  useEffect(() => watchForUpdates((it) => setReload(() => it)), [watchForUpdates]);
  return (
    <output className="update">
      {reload && (
        <span className="update-card">
          <span>{words.newVersion}</span>
          <button className="button-second" type="button" onClick={reload}>
            {words.reload}
          </button>
        </span>
      )}
    </output>
  );
}
