import { useEffect, useId, useState } from 'react';
import { useDeps } from '../../deps.ts';
import type { FileNetwork, Hold } from '../../files/transfers/file-network.ts';
import { filesMessages } from '../../messages/en/files.ts';
import { useMessages } from '../../messages/locale.ts';
import { Notice } from '../../ui/notice.tsx';
import { useOutbox } from '../../ui/use-outbox.ts';
import './file-network-choice.css';

type Shown = {
  readonly network: FileNetwork;
  readonly isOnlyOnWifi: boolean;
  readonly hold: Hold | undefined;
};

/** On which networks files are sent, and why they are not sent now. */
export function FileNetworkChoice() {
  const { fileNetwork } = useDeps();
  const { transfers } = useOutbox();
  const messages = useMessages('files', filesMessages);
  const [shown, setShown] = useState<Shown>();
  const id = useId();
  useEffect(() => {
    let unsubscribe = () => {};
    let isGone = false;
    async function read() {
      const network = await fileNetwork();
      const show = async () => {
        const [isOnlyOnWifi, hold] = [await network.isOnlyOnWifi(), await network.hold()];
        if (!isGone) setShown({ network, isOnlyOnWifi, hold });
      };
      unsubscribe = network.subscribe(() => void show());
      if (isGone) unsubscribe();
      await show();
    }
    read().catch(() => undefined);
    return () => {
      isGone = true;
      unsubscribe();
    };
  }, [fileNetwork]);
  if (!shown) return null;
  const { network, isOnlyOnWifi, hold } = shown;
  return (
    <section className="file-network">
      <output>
        {hold && transfers.length > 0 && (
          <Notice tone="waiting" heading={messages.held[hold]}>
            <span>{`${messages.heldLater} `}</span>
            <button className="button-quiet" type="button" onClick={network.sendAnyway}>
              {messages.sendAnyway}
            </button>
          </Notice>
        )}
      </output>
      <label className="file-network-choice">
        <input
          type="checkbox"
          checked={isOnlyOnWifi && network.isKnown}
          disabled={!network.isKnown}
          aria-describedby={network.isKnown ? undefined : id}
          onChange={({ target }) =>
            void network.chooseOnlyOnWifi(target.checked).catch(() => undefined)
          }
        />
        <span>{messages.onlyOnWifi}</span>
      </label>
      {!network.isKnown && (
        <p className="hint" id={id}>
          {messages.networkUnknown}
        </p>
      )}
    </section>
  );
}
