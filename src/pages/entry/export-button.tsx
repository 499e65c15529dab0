import { useState } from 'react';
import { useDeps } from '../../deps.ts';
import type { StoredTransfer } from '../../device/device-database.ts';
import { outbox as outboxInEnglish } from '../../messages/en/outbox.ts';
import { useMessages } from '../../messages/locale.ts';
import type { QueuedChange } from '../../outbox/changes/queued-change.ts';
import { saveFile } from '../../ui/save-file.ts';

type Props = {
  readonly changes: readonly QueuedChange[];
  /** Files that wait although their entry was delivered. */
  readonly transfers?: readonly StoredTransfer[];
  readonly label: string;
};

/** Exports changes, and the bytes of their files, as a file that another device's outbox can import. */
export function ExportButton({ changes, transfers, label }: Props) {
  const { outbox } = useDeps();
  const messages = useMessages('outbox', outboxInEnglish);
  const [status, setStatus] = useState('');

  async function download(): Promise<void> {
    setStatus(messages.exporting);
    const file = await outbox.exportChanges(changes, transfers).catch(() => undefined);
    setStatus(file ? '' : messages.notExported);
    if (file) saveFile(`${nameNow()}.${endingOf(file)}`, [file], file.type);
  }

  return (
    <>
      <button className="button-second" type="button" onClick={() => void download()}>
        {label}
      </button>
      <output className="hint">{status}</output>
    </>
  );
}

function endingOf({ type }: Blob): 'zip' | 'json' {
  return type === 'application/zip' ? 'zip' : 'json';
}

function nameNow(): string {
  return `outbox-${new Date().toISOString().slice(0, 10)}`;
}
