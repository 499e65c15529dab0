import { useState } from 'react';
import type { Form } from '#core/form.ts';
import type { Person } from '../cloud/identity.ts';
import { useDeps } from '../deps.ts';
import { isOnItsWay } from '../outbox/parcel.ts';
import { saveFile } from '../shell/save-file.ts';
import { allEntries } from './all-entries.ts';
import { Section } from './section.tsx';
import { takeOut } from './take-out.ts';

type Props = { readonly forms: readonly Form[]; readonly person: Person };

export function TakeOut({ forms, person }: Props) {
  const { api, outbox } = useDeps();
  const [status, setStatus] = useState('');

  async function download() {
    setStatus('Getting your entries…');
    const entries = await allEntries(api, forms, (count) => setStatus(`Entries so far: ${count}`));
    if (!entries.ok)
      return setStatus('Not everything could be fetched, so nothing was saved. Try again.');
    const waiting = outbox.view().parcels?.filter(isOnItsWay) ?? [];
    const at = new Date().toISOString();
    const text = takeOut({ person, entries: entries.value, waiting, at });
    saveFile(`formstead-about-me-${at.slice(0, 10)}.json`, [text], 'application/json');
    setStatus(`Saved to a file. Entries in it: ${entries.value.length}`);
  }

  return (
    <Section heading="Everything about you">
      <p>Your account, all your entries, and what waits on this device, as one file.</p>
      <p className="actions">
        <button className="button-second" type="button" onClick={() => void download()}>
          Download everything about me
        </button>
        <output className="hint">{status}</output>
      </p>
    </Section>
  );
}
