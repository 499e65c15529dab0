import { useId, useState, type ChangeEvent } from 'react';
import { useDeps } from '../deps.ts';
import { outbox as outboxInEnglish } from '../words/en/outbox.ts';
import { useWords } from '../words/speech.ts';

/** Takes in what another device has exported. */
export function TakeIn() {
  const { outbox } = useDeps();
  const words = useWords('outbox', outboxInEnglish);
  const id = useId();
  const [status, setStatus] = useState('');

  async function takeIn({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? [];
    if (!file) return;
    const taken = await outbox.takeIn(await file.text());
    setStatus(taken.ok ? words.imported(taken.value) : words.notImported[taken.problem]);
    // So that the same file can be chosen again.
    target.value = '';
  }

  return (
    <>
      <input
        className="visually-hidden file"
        id={id}
        type="file"
        accept="application/json,.json"
        onChange={(event) => void takeIn(event)}
      />
      <label className="button-second" htmlFor={id}>
        {words.import}
      </label>
      <output className="hint">{status}</output>
    </>
  );
}
