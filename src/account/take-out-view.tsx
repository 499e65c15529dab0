import { useState } from 'react';
import type { Form } from '#core/form.ts';
import type { Person } from '../cloud/identity.ts';
import { useDeps } from '../deps.ts';
import { isOnItsWay } from '../outbox/parcel.ts';
import { saveFile } from '../shell/save-file.ts';
import { account } from '../words/en/account.ts';
import { useWords } from '../words/speech.ts';
import { allEntries } from './all-entries.ts';
import { Section } from './section.tsx';
import { takeOut } from './take-out.ts';

type Props = { readonly forms: readonly Form[]; readonly person: Person };

export function TakeOut({ forms, person }: Props) {
  const { api, outbox } = useDeps();
  const words = useWords('account', account);
  const [status, setStatus] = useState('');

  async function download() {
    setStatus(words.getting);
    const entries = await allEntries(api, forms, (count) => setStatus(words.soFar(count)));
    if (!entries.ok) return setStatus(words.notEverything);
    const waiting = outbox.view().parcels?.filter(isOnItsWay) ?? [];
    const at = new Date().toISOString();
    const text = takeOut({ person, entries: entries.value, waiting, at });
    saveFile(`formstead-about-me-${at.slice(0, 10)}.json`, [text], 'application/json');
    setStatus(words.inFile(entries.value.length));
  }

  return (
    <Section heading={words.everything}>
      <p>{words.aboutEverything}</p>
      <p className="actions">
        <button className="button-second" type="button" onClick={() => void download()}>
          {words.download}
        </button>
        <output className="hint">{status}</output>
      </p>
    </Section>
  );
}
