import { useCallback, useMemo } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { err, ok } from '#core/values/result.ts';
import { useDeps, usePerson } from '../../../deps.ts';
import { decided } from '../../../form/catch-up.ts';
import { correctingMessages } from '../../../messages/en/correcting.ts';
import { useMessages } from '../../../messages/locale.ts';
import { useSearch } from '../../../ui/navigation.ts';
import { Page } from '../../../ui/page.tsx';
import { ResolveConflicts } from '../../edit/changed-meanwhile.tsx';
import { useOpenedEntry } from '../../edit/use-opened-entry.ts';
import { responsePath } from '../../../ui/response-path.ts';
import type { ResponseKey } from '../data/response.ts';
import { createResponsesApi } from '../data/responses-api.ts';
import { NotLoaded } from '../not-loaded.tsx';
import { ResponsesCrumb } from '../responses-crumb.tsx';
import { ForMembers } from '../roles/for-members.tsx';
import { CorrectForm } from './correct-form.tsx';
import { correctedKey, formToCorrect } from './response-to-correct.ts';
import './correct-page.css';

type Props = { readonly form: Form };

/** Where the form's owners correct the answers of somebody else. */
export default function CorrectPage({ form }: Props) {
  const query = new URLSearchParams(useSearch());
  const [username, id] = [query.get('username') ?? '', query.get('id') ?? ''];
  const person = usePerson()?.username ?? '';
  const messages = useMessages('correcting', correctingMessages);
  return (
    <Page
      heading={messages.correct}
      title={messages.title(form.title)}
      lead={form.title}
      before={<ResponsesCrumb href={responsePath(form.id, { username, id })} />}
    >
      <ForMembers form={form.id} needed="owner">
        <Opened key={`${person} ${username} ${id}`} {...{ form, username, id, person }} />
      </ForMembers>
    </Page>
  );
}

type OpenedProps = Props & ResponseKey & { readonly person: string };

function Opened({ form: today, username, id, person }: OpenedProps) {
  const { call } = useDeps();
  const messages = useMessages('correcting', correctingMessages);
  const form = useMemo(() => formToCorrect(today), [today]);
  const which = useMemo(() => ({ username, id }), [username, id]);
  const key = correctedKey(which);
  const read = useCallback(async () => {
    const opened = await createResponsesApi(call, form.id, person).open(which);
    if (!opened.ok) return opened;
    const { response } = opened.value;
    if (!response) return err({ is: 'refused', code: 'gone', title: '', issues: [] } as const);
    return ok({ ...response, id: key });
  }, [call, form, person, which, key]);
  const { opened, goOnWith, giveUp, retry } = useOpenedEntry(form, key, read);
  if (opened === 'loading') return <div aria-busy="true" />;
  if ('failure' in opened)
    return (
      <NotLoaded
        className="responses-failed"
        heading={
          opened.failure.is === 'refused' && opened.failure.code === 'gone'
            ? messages.notFound
            : messages.notLoaded
        }
        failure={opened.failure}
        onRetry={retry}
      />
    );
  const { entry, caughtUp } = opened;
  if (caughtUp && caughtUp.conflicts.length > 0)
    return (
      <ResolveConflicts
        form={form}
        caughtUp={caughtUp}
        onDecided={(decision) => void goOnWith(opened, decided(caughtUp, decision))}
        onGivenUp={() => void giveUp(opened, caughtUp)}
      />
    );
  return <CorrectForm {...{ form, entry, which, caughtUp }} />;
}
