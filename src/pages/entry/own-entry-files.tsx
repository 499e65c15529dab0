import { useEffect, useState } from 'react';
import { filesIn } from '#core/files/files-in.ts';
import type { ApiEntry } from '../../cloud/api/parse-api-entry.ts';
import { useDeps } from '../../deps.ts';
import { useOutbox } from '../../ui/use-outbox.ts';
import EntryFiles from './entry-files.tsx';

export type OwnFilesProps = {
  readonly form: string;
  readonly id: string;
  readonly answers: { readonly [field: string]: unknown };
  readonly apiEntry: ApiEntry | undefined;
};

/** On this device, or as the server has them. What this device knows of it may be older than the last arrival. */
export default function OwnEntryFiles({ form, id, answers, apiEntry }: OwnFilesProps) {
  const { api, call } = useDeps();
  const { transfers } = useOutbox();
  const files = filesIn(answers);
  const waiting = transfers.filter(({ entry }) => entry === id).map(({ file }) => file);
  const [latest, setLatest] = useState<readonly string[]>();
  const arrived = latest ?? apiEntry?.filesArrived ?? [];
  const isSent = apiEntry !== undefined;
  const mayHaveArrived = isSent && !files.every((it) => arrived.includes(it.id));
  const [waitingCount, fileCount] = [waiting.length, files.length];
  useEffect(() => {
    // Read again with each file that leaves this device.
    if (!mayHaveArrived || waitingCount === fileCount) return undefined;
    let isWanted = true;
    async function read() {
      const entry = await api.read(form, id);
      if (isWanted && entry.ok) setLatest(entry.value.filesArrived ?? []);
    }
    void read();
    return () => void (isWanted = false);
  }, [api, form, id, mayHaveArrived, waitingCount, fileCount]);
  return (
    <EntryFiles
      files={files}
      arrived={arrived}
      waiting={waiting}
      open={(file) => call('openFile', { form, id, file })}
    />
  );
}
