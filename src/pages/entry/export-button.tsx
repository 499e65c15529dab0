import { useDeps } from '../../deps.ts';
import type { QueuedChange } from '../../outbox/changes/queued-change.ts';
import { saveFile } from '../../ui/save-file.ts';

type Props = { readonly changes: readonly QueuedChange[]; readonly label: string };

/** Exports changes as a file that another device's outbox can import. */
export function ExportButton({ changes, label }: Props) {
  const { outbox } = useDeps();
  const download = () =>
    void outbox
      .exportChanges(changes)
      .then((file) => saveFile(nameNow(), [file], 'application/json'));
  return (
    <button className="button-second" type="button" onClick={download}>
      {label}
    </button>
  );
}

function nameNow(): string {
  return `outbox-${new Date().toISOString().slice(0, 10)}.json`;
}
