import { useState } from 'react';
import type { ListedForm } from '#core/form/listed-form.ts';
import type { Person } from '../../cloud/session/identity.ts';
import { useDeps } from '../../deps.ts';
import { isUndelivered } from '../../outbox/changes/queued-change.ts';
import { saveFile } from '../../ui/save-file.ts';
import { account } from '../../messages/en/account.ts';
import { useMessages } from '../../messages/locale.ts';
import { allEntries } from './all-entries.ts';
import { AccountSection } from './account-section.tsx';
import { myDataFile } from './my-data-file.ts';

type Props = { readonly forms: readonly ListedForm[]; readonly person: Person };

export function DownloadMyData({ forms, person }: Props) {
  const { api, outbox } = useDeps();
  const messages = useMessages('account', account);
  const [status, setStatus] = useState('');

  async function download() {
    setStatus(messages.getting);
    const entries = await allEntries(api, forms, (count) => setStatus(messages.soFar(count)));
    if (!entries.ok) return setStatus(messages.notEverything);
    const waiting = outbox.view().changes?.filter(isUndelivered) ?? [];
    const at = new Date().toISOString();
    const text = myDataFile({ person, entries: entries.value, waiting, at });
    saveFile(`about-me-${at.slice(0, 10)}.json`, [text], 'application/json');
    setStatus(messages.inFile(entries.value.length));
  }

  return (
    <AccountSection heading={messages.everything}>
      <p>{messages.aboutEverything}</p>
      <p className="actions">
        <button className="button-second" type="button" onClick={() => void download()}>
          {messages.download}
        </button>
        <output className="hint">{status}</output>
      </p>
    </AccountSection>
  );
}
