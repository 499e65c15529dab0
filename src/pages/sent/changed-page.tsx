import { canonicalJson } from '#core/values/canonical-json.ts';
import type { Form } from '#core/form/define-form.ts';
import type { ApiEntry } from '../../cloud/api/parse-api-entry.ts';
import type { Sending } from '../../form/filling.ts';
import type { FillingActions } from '../../form/use-filling.ts';
import { entriesPath, pathTo } from '../../page-paths.ts';
import { Link } from '../../ui/navigation.ts';
import { useQueuedChange } from '../../ui/use-outbox.ts';
import { Page } from '../../ui/page.tsx';
import { sent } from '../../messages/en/sent.ts';
import { useMessages } from '../../messages/locale.ts';
import { answerText } from '#core/form/answer-text.ts';
import { LocalTime } from '../../ui/local-time.tsx';
import { SavedPage } from './saved-page.tsx';
import { useServerIssues } from './sent-page.tsx';

type Props = {
  readonly form: Form;
  /** The entry before the change. */
  readonly before: Pick<ApiEntry, 'answers'>;
  readonly sending: Extract<Sending, { is: 'saved' | 'delivered' }>;
  readonly refuse: FillingActions['refuse'];
};

/** The status of a change: saved here, or delivered. */
export default function ChangedPage({ form, before, sending, refuse }: Props) {
  const change = useQueuedChange(sending.is === 'saved' ? sending.changeId : '');
  useServerIssues(change, refuse);
  if (sending.is === 'delivered') return <Changed {...{ form, before }} after={sending.entry} />;
  if (change?.status.is === 'delivered' && change.status.apiEntry)
    return <Changed {...{ form, before }} after={change.status.apiEntry} />;
  if (!change) return <main id="main" className="page" aria-busy="true" />;
  return <SavedPage form={form} change={change} />;
}

type ChangedProps = Pick<Props, 'form' | 'before'> & { readonly after: ApiEntry };

function Changed({ form, before, after }: ChangedProps) {
  const messages = useMessages('sent', sent);
  const was: Readonly<Record<string, unknown>> = before.answers;
  const is: Readonly<Record<string, unknown>> = after.answers;
  const changed = Object.entries(form.fields).filter(
    ([name]) => canonicalJson(was[name]) !== canonicalJson(is[name]),
  );
  return (
    <Page
      heading={messages.changed}
      title={messages.changedTitle(form.title)}
      lead={form.title}
      hasTick
    >
      <dl className="facts">
        {changed.map(([name, field]) => (
          <div key={name}>
            <dt>{field.label}</dt>
            <dd dir="auto">{answerText(field, is[name]) || messages.nothing}</dd>
          </div>
        ))}
        <div>
          <dt>{messages.changedAt}</dt>
          <dd>
            <LocalTime at={after.updatedAt} />
          </dd>
        </div>
      </dl>
      <div className="actions">
        <Link className="button" href={entriesPath(form.id)}>
          {messages.myEntries}
        </Link>
        <Link className="button-second" href={pathTo.entry(form.id, after.id)}>
          {messages.seeEntry}
        </Link>
      </div>
    </Page>
  );
}
