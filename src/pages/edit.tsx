import { useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Form } from '#core/form.ts';
import { useDeps, usePerson } from '../deps.ts';
import { changeTo } from '../form/change-to.ts';
import { useFilling } from '../form/use-filling.ts';
import { latestOf, type ToChange } from '../outbox/latest.ts';
import { useOutbox } from '../outbox/use-outbox.ts';
import { Notice } from '../shell/notice.tsx';
import { Page } from '../shell/page.tsx';
import { StorageSilent } from '../shell/storage-silent.tsx';
import { entries } from '../words/en/entries.ts';
import { useWords } from '../words/speech.ts';
import { FillingPage } from './filling-page.tsx';

type Props = { readonly form: Form; readonly id: string };

/** One entry, to be changed: what waits in the outbox, or what the server has. */
export default function EditPage(props: Props) {
  return <Change key={usePerson()?.username ?? ''} {...props} />;
}

function Change({ form, id }: Props) {
  const person = usePerson();
  const entry = useEntry(form, id);
  const words = useWords('entries', entries);
  if (!person || entry === 'unknown' || entry === 'unread')
    return (
      <Page heading={words.change} title={words.changeTitle(form.title)} lead={form.title}>
        <div role="alert">
          <Notice tone="waiting" heading={words.oneNotFetched}>
            {person ? words.openAgain : words.signInToChange}
          </Notice>
          {entry === 'unread' && <StorageSilent />}
        </div>
      </Page>
    );
  if (entry === 'loading') return <main id="main" className="page" aria-busy="true" />;
  return <Edit key={entry.id} form={form} entry={entry} />;
}

function Edit({ form, entry }: { readonly form: Form; readonly entry: ToChange }) {
  const { change } = useWords('entries', entries);
  const purpose = useMemo(() => changeTo(form, entry), [form, entry]);
  const [filling, actions] = useFilling(purpose);
  const [, navigate] = useLocation();
  return (
    <FillingPage
      purpose={purpose}
      heading={change}
      lead={form.title}
      filling={filling}
      // Another one is a new entry: this page would show the one that has just been changed.
      actions={{ ...actions, beginAgain: () => navigate(`/${form.id}`) }}
    />
  );
}

/**
 * As it was when the page was opened: it does not change under the person's hands. `unread` where the server
 * has none and this device's storage does not answer: there may be one in it.
 */
function useEntry(form: Form, id: string): ToChange | 'loading' | 'unknown' | 'unread' {
  const { api } = useDeps();
  const { parcels, isUnread } = useOutbox();
  const [entry, setEntry] = useState<ReturnType<typeof useEntry>>('loading');
  useEffect(() => {
    async function find(waiting: ToChange | undefined): Promise<ToChange | 'unknown' | 'unread'> {
      if (waiting) return waiting;
      const read = await api.read(form.id, id);
      return read.ok ? read.value : isUnread ? 'unread' : 'unknown';
    }
    const isDue = isUnread ? entry === 'loading' : entry === 'loading' || entry === 'unread';
    if (isDue && (parcels || isUnread)) void find(parcels && latestOf(parcels, id)).then(setEntry);
  }, [api, form.id, id, parcels, isUnread, entry]);
  return entry;
}
