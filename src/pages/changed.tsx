import { Link } from 'wouter';
import { canonicalJson } from '#core/canonical-json.ts';
import type { Form } from '#core/form.ts';
import type { Told } from '../cloud/told.ts';
import type { Sending } from '../form/filling.ts';
import type { FillingActions } from '../form/use-filling.ts';
import { useParcel } from '../outbox/use-outbox.ts';
import { sentPath } from '../paths.ts';
import { Page } from '../shell/page.tsx';
import { sent } from '../words/en/sent.ts';
import { useWords } from '../words/speech.ts';
import { answerInWords } from '#core/answer-in-words.ts';
import { Moment } from './moment.tsx';
import { SavedPage } from './saved.tsx';
import { useRefusal } from './sent.tsx';

type Props = {
  readonly form: Form;
  /** The entry as it was when the person began to change it. */
  readonly before: Pick<Told, 'answers'>;
  readonly sending: Extract<Sending, { is: 'saved' | 'delivered' }>;
  readonly refuse: FillingActions['refuse'];
};

/** What became of a change: saved here, or in the entry by now. */
export default function ChangedPage({ form, before, sending, refuse }: Props) {
  const parcel = useParcel(sending.is === 'saved' ? sending.parcel : '');
  useRefusal(parcel, refuse);
  if (sending.is === 'delivered') return <Changed {...{ form, before }} after={sending.entry} />;
  if (parcel?.stand.is === 'delivered' && parcel.stand.told)
    return <Changed {...{ form, before }} after={parcel.stand.told} />;
  if (!parcel) return <main id="main" className="page" aria-busy="true" />;
  return <SavedPage form={form} parcel={parcel} />;
}

type ChangedProps = Pick<Props, 'form' | 'before'> & { readonly after: Told };

function Changed({ form, before, after }: ChangedProps) {
  const words = useWords('sent', sent);
  const was: Readonly<Record<string, unknown>> = before.answers;
  const is: Readonly<Record<string, unknown>> = after.answers;
  const changed = Object.entries(form.fields).filter(
    ([name]) => canonicalJson(was[name]) !== canonicalJson(is[name]),
  );
  return (
    <Page heading={words.changed} title={words.changedTitle(form.title)} lead={form.title} tick>
      <dl className="facts">
        {changed.map(([name, field]) => (
          <div key={name}>
            <dt>{field.label}</dt>
            <dd dir="auto">{answerInWords(field, is[name]) || words.nothing}</dd>
          </div>
        ))}
        <div>
          <dt>{words.changedAt}</dt>
          <dd>
            <Moment at={after.updatedAt} />
          </dd>
        </div>
      </dl>
      <div className="actions">
        <Link className="button" href={`/${form.id}/entries`}>
          {words.myEntries}
        </Link>
        <Link className="button-second" href={sentPath(form, after.id)}>
          {words.seeEntry}
        </Link>
      </div>
    </Page>
  );
}
