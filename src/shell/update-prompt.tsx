import { useEffect, useState } from 'react';
import { useDeps } from '../deps.ts';

/** A new version is offered, never forced: a reload in the middle of a sentence is rude. */
export function UpdatePrompt() {
  const { watchForUpdates } = useDeps();
  const [reload, setReload] = useState<(() => void) | undefined>();
  useEffect(() => watchForUpdates((it) => setReload(() => it)), [watchForUpdates]);
  return (
    <output className="update">
      {reload && (
        <span className="update-card">
          A new version is ready.
          <button className="button-second" type="button" onClick={reload}>
            Reload
          </button>
        </span>
      )}
    </output>
  );
}
