import { useEffect, useState } from 'react';
import { readStorageSpace, type StorageSpace } from '../../device/storage-space.ts';
import { about } from '../../messages/en/about.ts';
import { useMessages } from '../../messages/locale.ts';
import { bytesText } from '../../messages/bytes-text.ts';

/** How much storage the app uses, and whether the browser may evict it. */
export function StorageFacts() {
  const messages = useMessages('about', about);
  const [storage, setStorage] = useState<StorageSpace>();
  useEffect(() => void readStorageSpace(navigator.storage).then(setStorage), []);
  async function requestPersistence() {
    // oxlint-disable-next-line house/bounded-waits -- some browsers ask the person, who takes their time
    await navigator.storage.persist().catch(() => false);
    setStorage(await readStorageSpace(navigator.storage));
  }
  return (
    <>
      <div>
        <dt>{messages.storageUsed}</dt>
        <dd className="about-storage">{storage ? storageText(storage, messages) : '…'}</dd>
      </div>
      <div>
        <dt>{messages.whenFull}</dt>
        <dd className="about-promise">
          <output>{storage ? messages.promise[`${storage.isPersistent}`] : '…'}</output>
          {storage?.isPersistent === false && (
            <span className="about-action">
              <button
                className="button-second"
                type="button"
                onClick={() => void requestPersistence()}
              >
                {messages.askToPersist}
              </button>
            </span>
          )}
        </dd>
      </div>
    </>
  );
}

function storageText({ usage, quota }: StorageSpace, messages: typeof about): string {
  if (usage === undefined) return messages.usageUnknown;
  return quota === undefined
    ? bytesText(usage)
    : messages.ofPossible(bytesText(usage), bytesText(quota));
}
