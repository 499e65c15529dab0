import { useId, useState, type ChangeEvent } from 'react';
import { err } from '#core/values/result.ts';
import { useDeps } from '../../deps.ts';
import { outbox as outboxInEnglish } from '../../messages/en/outbox.ts';
import { useMessages } from '../../messages/locale.ts';
import './import-outbox.css';

/** Imports a file that another device has exported. */
export function ImportOutbox() {
  const { outbox } = useDeps();
  const messages = useMessages('outbox', outboxInEnglish);
  const id = useId();
  const [status, setStatus] = useState('');

  async function importFile({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? [];
    if (!file) return;
    setStatus(messages.importing);
    const imported = await outbox.importChanges(file).catch(() => err('no-answer' as const));
    setStatus(
      imported.ok
        ? messages.imported(imported.value.changes, imported.value.files)
        : messages.notImported[imported.problem],
    );
    // So that the same file can be chosen again.
    target.value = '';
  }

  return (
    <>
      <input
        className="visually-hidden file"
        id={id}
        type="file"
        accept="application/json,.json,application/zip,.zip"
        onChange={(event) => void importFile(event)}
      />
      <label className="button-second" htmlFor={id}>
        {messages.import}
      </label>
      <output className="hint">{status}</output>
    </>
  );
}
