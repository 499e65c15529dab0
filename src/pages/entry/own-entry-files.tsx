import { useEffect, useState } from 'react';
import type { FileReference } from '#core/files/file-reference.ts';
import { filesIn } from '#core/files/files-in.ts';
import type { ApiEntry } from '../../cloud/api/parse-api-entry.ts';
import { useDeps } from '../../deps.ts';
import { filesMessages } from '../../messages/en/files.ts';
import { useMessages } from '../../messages/locale.ts';
import { pathTo } from '../../page-paths.ts';
import { Link } from '../../ui/navigation.ts';
import { Notice } from '../../ui/notice.tsx';
import { useOutbox } from '../../ui/use-outbox.ts';
import EntryFiles from './entry-files.tsx';

export type OwnFilesProps = {
  readonly form: string;
  readonly id: string;
  readonly answers: { readonly [field: string]: unknown };
  readonly apiEntry: ApiEntry | undefined;
};

/** Milliseconds between one look at files that are being checked and the next. Scans take seconds. */
const pauses = [3000, 5000, 10_000, 30_000, 60_000];

/** On this device, or as the server has them. What this device knows of it may be older than the last arrival. */
export default function OwnEntryFiles({ form, id, answers, apiEntry }: OwnFilesProps) {
  const { api, call } = useDeps();
  const { transfers } = useOutbox();
  const files = filesIn(answers);
  const onDevice = transfers.filter(({ entry }) => entry === id);
  const idsOf = (some: typeof onDevice) => some.map(({ file }) => file);
  const waiting = idsOf(onDevice.filter(({ problem }) => problem === undefined));
  const refused = idsOf(onDevice.filter(({ problem }) => problem !== undefined));
  const [latest, setLatest] = useState<ApiEntry>();
  const { filesArrived: arrived = [], filesClosed: closed = {} } = latest ?? apiEntry ?? {};
  const isSent = apiEntry !== undefined;
  const isSettled = ({ id: file }: FileReference) =>
    arrived.includes(file) ? closed[file] !== 'awaited' : closed[file] === 'malware';
  const mayHaveArrived = isSent && !files.every(isSettled);
  const [waitingCount, fileCount] = [waiting.length, files.length];
  // Only what the server says now: a file may have arrived since it was asked last.
  const missing = latest
    ? files.filter(
        (it) => ![...arrived, ...idsOf(onDevice)].includes(it.id) && closed[it.id] !== 'malware',
      )
    : [];
  const malware = files.filter((it) => closed[it.id] === 'malware');
  const refusedOthers = refused.filter((it) => closed[it] !== 'malware');
  useEffect(() => {
    // Read again with each file that leaves this device, and while some are being checked.
    if (!mayHaveArrived || waitingCount === fileCount) return undefined;
    let isWanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const left = [...pauses];
    let isAwaited = false;
    async function read() {
      const entry = await api.read(form, id);
      if (!isWanted) return;
      if (entry.ok) {
        setLatest(entry.value);
        isAwaited = Object.values(entry.value.filesClosed ?? {}).includes('awaited');
      }
      if (isAwaited && left.length > 0) timer = setTimeout(() => void read(), left.shift());
    }
    void read();
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [api, form, id, mayHaveArrived, waitingCount, fileCount]);
  return (
    <>
      <EntryFiles
        {...{ files, arrived, waiting, refused, closed }}
        open={(file, query) => call('openFile', { form, id, file }, { query })}
      />
      {malware.length > 0 && <Malware {...{ form, id }} names={malware.map((it) => it.name)} />}
      {missing.length + refusedOthers.length > 0 && (
        <NotArrived form={form} id={id} missing={missing.length} refused={refusedOthers.length} />
      )}
    </>
  );
}

type MalwareProps = {
  readonly form: string;
  readonly id: string;
  readonly names: readonly string[];
};

/** Which files were deleted, and how to send others instead. */
function Malware({ form, id, names }: MalwareProps) {
  const messages = useMessages('files', filesMessages);
  return (
    <output>
      <Notice tone="attention" heading={messages.malware(names.length)}>
        <ul>
          {names.map((name, at) => (
            <li key={at}>
              <bdi translate="no">{name}</bdi>
            </li>
          ))}
        </ul>
        <span>{`${messages.replaceMalware} `}</span>
        <Link href={pathTo.edit(form, id)}>{messages.editEntry}</Link>
      </Notice>
    </output>
  );
}

type NotArrivedProps = {
  readonly form: string;
  readonly id: string;
  /** How many are neither here nor on the server, and how many the server refused. */
  readonly missing: number;
  readonly refused: number;
};

/** Tells the person what only they can mend. */
function NotArrived({ form, id, missing, refused }: NotArrivedProps) {
  const messages = useMessages('files', filesMessages);
  return (
    <output>
      <Notice
        tone="attention"
        heading={refused > 0 ? messages.refused(refused) : messages.neverArrived(missing)}
      >
        <span>{`${refused > 0 ? messages.addAgain : messages.notHere} `}</span>
        <Link href={pathTo.edit(form, id)}>{messages.editEntry}</Link>
      </Notice>
    </output>
  );
}
