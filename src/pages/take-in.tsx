import { useId, useState, type ChangeEvent } from 'react';
import { useDeps } from '../deps.ts';
import type { Unreadable } from '../outbox/carried.ts';

const failures: { readonly [Why in Unreadable | 'no-room']: string } = {
  'not-an-outbox': 'This file is no export of an outbox. Nothing was taken in.',
  'of-somebody-else':
    'This file holds entries of somebody else. Sign in as them to send it. Nothing was taken in.',
  'no-room': 'There is no room on this device for what the file holds.',
};

/** Takes in what another device has exported. */
export function TakeIn() {
  const { outbox } = useDeps();
  const id = useId();
  const [status, setStatus] = useState('');

  async function takeIn({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? [];
    if (!file) return;
    const taken = await outbox.takeIn(await file.text());
    setStatus(taken.ok ? `Taken in from the file: ${taken.value}` : failures[taken.problem]);
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
        Import from a file
      </label>
      <output className="hint">{status}</output>
    </>
  );
}
