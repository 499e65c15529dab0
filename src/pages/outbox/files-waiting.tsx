import type { StoredTransfer } from '../../device/device-database.ts';
import { bytesText } from '../../messages/bytes-text.ts';
import { filesMessages } from '../../messages/en/files.ts';
import { useMessages } from '../../messages/locale.ts';
import './files-waiting.css';

/** The files that wait to be sent, and how much of each the server has, in the order of their entries. */
export function FilesWaiting({ transfers }: { readonly transfers: readonly StoredTransfer[] }) {
  const messages = useMessages('files', filesMessages);
  const [sent, all] = [sumOf(transfers, 'sent'), sumOf(transfers, 'size')];
  const soFar = (some: number, of: number) => messages.sentSoFar(bytesText(some), bytesText(of));
  return (
    <section aria-labelledby="files-heading">
      <h2 id="files-heading" className="section-heading">
        {messages.sending(transfers.length)}
      </h2>
      <p className="file-progress">
        <progress aria-labelledby="files-heading" value={sent} max={all} />
        <span className="hint">{soFar(sent, all)}</span>
      </p>
      {transfers.length > 1 && (
        <ol className="files-waiting">
          {transfers.map(({ entry, file, ...it }) => (
            <li className="file-progress" key={`${entry}/${file}`}>
              <progress aria-label={messages.sending(1)} value={it.sent} max={it.size} />
              <span className="hint">
                {it.problem === undefined ? soFar(it.sent, it.size) : messages.refused}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function sumOf(transfers: readonly StoredTransfer[], what: 'sent' | 'size'): number {
  return transfers.reduce((sum, it) => sum + it[what], 0);
}
