import { useOutbox } from '../../ui/use-outbox.ts';
import { FileNetworkChoice } from './file-network-choice.tsx';
import { FilesWaiting } from './files-waiting.tsx';

/** What the outbox says about files. Loaded if there are some, or a form asks for them. */
export default function FilesPart() {
  const { transfers } = useOutbox();
  return (
    <>
      <FilesWaiting transfers={transfers} />
      <FileNetworkChoice />
    </>
  );
}
