import { useId, useState, type ChangeEvent } from 'react';
import { loadFields, type Form } from '#core/form/define-form.ts';
import { useDeps } from '../../../deps.ts';
import { invitationsMessages } from '../../../messages/en/invitations.ts';
import { sent } from '../../../messages/en/sent.ts';
import { useMessages } from '../../../messages/locale.ts';
import type { InvitationsApi } from './invitations-api.ts';
import { peopleInCsv, type CsvIssue, type PeopleInCsv } from './people-in-csv.ts';
import { useMakingLinks } from './use-making-links.ts';

type Props = {
  readonly form: Form;
  readonly api: InvitationsApi;
  readonly onMade: () => void;
};

/** Days for which links are valid, to choose from. */
const validities = [7, 30, 90, 365] as const;

const oneDay = 24 * 60 * 60 * 1000;

/** In bytes: far more than a file of people has. */
const largestFile = 5_000_000;

/** As many issues as somebody can correct at once. */
const mostIssues = 10;

/** Makes personal links for the people in a file. */
export function MakeLinks({ form, api, onMade }: Props) {
  const { newId } = useDeps();
  const messages = useMessages('invitations', invitationsMessages);
  const { comma } = useMessages('sent', sent);
  const id = useId();
  const [read, setRead] = useState<PeopleInCsv>();
  const [issues, setIssues] = useState<readonly CsvIssue[]>([]);
  const [days, setDays] = useState<number>(30);
  const [isMailed, setIsMailed] = useState(false);
  const { making, begin, goOn, forget } = useMakingLinks({ api, form, newId, onMade });
  const hasAddresses = read?.people.some((it) => it.email !== undefined) ?? false;

  async function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? [];
    if (!file) return;
    forget();
    const text = file.size > largestFile ? '' : await file.text().catch(() => '');
    await loadFields(form).catch(() => undefined);
    const found = peopleInCsv(text, form);
    setRead('people' in found ? found : undefined);
    setIssues('people' in found ? [] : found);
    // So that the same file can be chosen again.
    target.value = '';
  }

  function make() {
    if (!read) return;
    const expires = new Date(Date.now() + days * oneDay).toISOString();
    void begin({ read, expires, isMailed: isMailed && hasAddresses });
  }

  return (
    <section>
      <h2 className="section-heading">{messages.make}</h2>
      <p>{messages.aboutFile}</p>
      <p className="hint">{messages.aboutColumns}</p>
      <div className="share-buttons">
        <input
          className="visually-hidden file"
          id={id}
          type="file"
          accept="text/csv,.csv"
          onChange={(event) => void choose(event)}
        />
        <label className="button-second" htmlFor={id}>
          {messages.chooseFile}
        </label>
      </div>
      {issues.length > 0 && (
        <div role="alert">
          <p>{messages.notRead}</p>
          <ul>
            {issues.slice(0, mostIssues).map((it) => (
              <li key={JSON.stringify(it)}>{issueText(it, messages)}</li>
            ))}
          </ul>
        </div>
      )}
      <output>{read && making.is === 'nothing' && messages.found(read.people.length)}</output>
      {read && making.is === 'nothing' && (
        <>
          {read.given.length > 0 && <p>{messages.given(read.given.join(comma))}</p>}
          <p className="invitations-validity">
            <label htmlFor={`${id}-days`}>{messages.validFor}</label>
            <select
              className="box"
              id={`${id}-days`}
              value={days}
              onChange={({ target }) => setDays(Number(target.value))}
            >
              {validities.map((it) => (
                <option key={it} value={it}>
                  {messages.days(it)}
                </option>
              ))}
            </select>
          </p>
          {hasAddresses && (
            <label className="invitations-tick">
              <input
                type="checkbox"
                checked={isMailed}
                onChange={({ target }) => setIsMailed(target.checked)}
              />
              <span>{messages.mailAtOnce}</span>
            </label>
          )}
          <button className="button" type="button" onClick={make}>
            {messages.makeLinks(read.people.length)}
          </button>
        </>
      )}
      <output>
        {making.is === 'working'
          ? messages.making(making.made)
          : making.is === 'done' && madeText(making, messages)}
      </output>
      {making.is === 'failed' && (
        <div role="alert">
          <p>{messages.notMade(making.made, making.total)}</p>
          <button className="button-second" type="button" onClick={() => void goOn()}>
            {messages.tryAgain}
          </button>
        </div>
      )}
    </section>
  );
}

type InvitationsMessages = typeof invitationsMessages;

function issueText(issue: CsvIssue, { issues }: InvitationsMessages): string {
  if (issue.is === 'column') return issues.column(issue.column);
  if (issue.is === 'email') return issues.email(issue.row);
  if (issue.is === 'answer') return issues.answer(issue.row, issue.label, issue.why);
  return issues[issue.is];
}

function madeText(
  { made, mailed }: { readonly made: number; readonly mailed: number | undefined },
  messages: InvitationsMessages,
): string {
  const text = messages.made(made);
  return mailed === undefined ? text : `${text} ${messages.mailsOnTheirWay(mailed)}`;
}
