import type { OutboxFiles } from '../../outbox/outbox-files.ts';
import type { DeviceFiles } from '../device-files.ts';
import { storeOutboxFile } from './store-outbox-file.ts';
import { writeOutboxFile } from './write-outbox-file.ts';

type Deps = {
  readonly files: DeviceFiles;
  /** Whether answers to this form must not be stored on a device. Imported changes know only its id. */
  readonly isSensitiveForm: (form: string) => boolean;
};

export function createOutboxFiles({ files, isSensitiveForm }: Deps): OutboxFiles {
  return {
    write: (changes, transfers) =>
      writeOutboxFile(
        files,
        // A form that has just become sensitive: its changes may not be marked yet.
        changes.filter((it) => !it.answers || !isSensitiveForm(it.form)),
        transfers.filter(({ form }) => !isSensitiveForm(form)),
      ),
    store: (file, author) => storeOutboxFile({ files, isSensitiveForm }, file, author),
  };
}
