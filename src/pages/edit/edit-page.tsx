import { useMemo } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { usePerson } from '../../deps.ts';
import { decided, type CaughtUp } from '../../form/catch-up.ts';
import { changeTarget } from '../../form/change-target.ts';
import { useFormSource } from '../../catalogue/form-source.ts';
import type { FormFilling } from '../../form/form-filling.ts';
import type { EditableEntry } from '../../outbox/changes/editable-entry.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { entries } from '../../messages/en/entries.ts';
import { useMessages } from '../../messages/locale.ts';
import { ChangedMeanwhile, ResolveConflicts } from './changed-meanwhile.tsx';
import { FormPage } from '../fill/form-page.tsx';
import type { ShownPage } from '../fill/page-addresses.ts';
import { RemovedQuestions } from './removed-questions.tsx';
import { EntryUnavailable } from '../entry/entry-unavailable.tsx';
import { useOpenedEntry } from './use-opened-entry.ts';
import '../entry/review-notice.css';

type Props = { readonly form: Form; readonly id: string; readonly at: ShownPage };

/** Edits one entry: as it waits in the outbox, or as the server has it. */
export default function EditPage(props: Props) {
  return <OpenedEntryPage key={usePerson()?.username ?? ''} {...props} />;
}

function OpenedEntryPage({ form, id, at }: Props) {
  const { opened, goOnWith, giveUp, retry } = useOpenedEntry(form, id);
  const messages = useMessages('entries', entries);
  if (opened === 'loading') return <main id="main" className="page" aria-busy="true" />;
  if ('failure' in opened)
    return (
      <EntryUnavailable
        form={form}
        failure={opened.failure}
        isUnread={opened.isUnread}
        onRetry={retry}
      />
    );
  const { entry, caughtUp } = opened;
  if (caughtUp && caughtUp.conflicts.length > 0)
    return (
      <Page heading={messages.change} title={messages.changeTitle(form.title)} lead={form.title}>
        <ResolveConflicts
          form={form}
          caughtUp={caughtUp}
          onDecided={(decision) => void goOnWith(opened, decided(caughtUp, decision))}
          onGivenUp={() => void giveUp(opened, caughtUp)}
        />
      </Page>
    );
  return <Edit key={entry.id} {...{ form, entry, caughtUp, at }} />;
}

type EditProps = {
  readonly form: Form;
  readonly entry: EditableEntry;
  readonly caughtUp: CaughtUp | undefined;
  readonly at: ShownPage;
};

function Edit({ form, entry, caughtUp, at }: EditProps) {
  const { change, optionGone, reviewed } = useMessages('entries', entries);
  const target = useMemo(() => changeTarget(form, entry, optionGone), [form, entry, optionGone]);
  const { WithFilling } = useFormSource().fillParts();
  const page = (filling: FormFilling) => (
    <FormPage target={target} heading={change} lead={form.title} at={at} {...filling}>
      {caughtUp && <ChangedMeanwhile form={form} caughtUp={caughtUp} />}
      {entry.review?.note !== undefined && entry.review.state === 'sent-back' && (
        <div className="review-notice">
          <Notice tone="attention" heading={reviewed['sent-back']}>
            <span className="review-notice-text" dir="auto">
              {entry.review.note}
            </span>
          </Notice>
        </div>
      )}
      <RemovedQuestions form={form} given={entry} />
    </FormPage>
  );
  return <WithFilling target={target} draw={page} />;
}
