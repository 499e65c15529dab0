import type { StoredTransfer } from '../../device/device-database.ts';
import { bytesText } from '../../messages/bytes-text.ts';
import { filesMessages } from '../../messages/en/files.ts';
import { useMessages } from '../../messages/locale.ts';
import { pathTo } from '../../page-paths.ts';
import { Link } from '../../ui/navigation.ts';
import { Notice } from '../../ui/notice.tsx';
import './files-waiting.css';

type Props = { readonly transfers: readonly StoredTransfer[] };

/** The files that wait to be sent, and those that the server refused, which their entries must replace. */
export function FilesWaiting({ transfers }: Props) {
  const refused = transfers.filter(({ problem }) => problem !== undefined);
  const waiting = transfers.filter(({ problem }) => problem === undefined);
  return (
    <>
      {waiting.length > 0 && <BeingSent transfers={waiting} />}
      {refused.length > 0 && <Refused transfers={refused} />}
    </>
  );
}

/** How much of each file the server has, in the order of their entries. */
function BeingSent({ transfers }: Props) {
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
              <span className="hint">{soFar(it.sent, it.size)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Refused({ transfers }: Props) {
  const messages = useMessages('files', filesMessages);
  const entries = [...new Map(transfers.map((it) => [it.entry, it])).values()];
  return (
    <section>
      <Notice tone="attention" heading={messages.refused(transfers.length)}>
        <span>{messages.addAgain}</span>
      </Notice>
      <ul className="files-waiting">
        {entries.map(({ form, entry }) => (
          <li key={entry}>
            <Link href={pathTo.entry(form, entry)}>{messages.toEntry}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function sumOf(transfers: readonly StoredTransfer[], what: 'sent' | 'size'): number {
  return transfers.reduce((sum, it) => sum + it[what], 0);
}
