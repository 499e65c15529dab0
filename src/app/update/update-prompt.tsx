import { useEffect, useState } from 'react';
import { useDeps } from '../../deps.ts';
import { firstLoad } from '../../messages/en/first-load.ts';
import { notices } from '../../messages/en/notices.ts';
import { useMessages } from '../../messages/locale.ts';

/**
 * Offers a new version and never forces it: a reload may interrupt somebody in the middle of a sentence.
 */
export function UpdatePrompt() {
  const { watchForUpdates, hasUnsavedInput } = useDeps();
  const messages = useMessages('firstLoad', firstLoad);
  const { newVersion } = useMessages('notices', notices);
  const [reload, setReload] = useState<(() => void) | undefined>();
  const [isWarned, setIsWarned] = useState(false);
  useEffect(() => watchForUpdates((it) => setReload(() => it)), [watchForUpdates]);
  return (
    <output className="update">
      {reload && (
        <span className="update-card">
          <span>{isWarned ? messages.onlyHere : newVersion}</span>
          <button
            className="button-second"
            type="button"
            onClick={() => (hasUnsavedInput() && !isWarned ? setIsWarned(true) : reload())}
          >
            {isWarned ? messages.loseIt : messages.reload}
          </button>
        </span>
      )}
    </output>
  );
}
