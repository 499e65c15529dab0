import { useId, useState } from 'react';
import type { StoredAssignment } from '#core/assignments/assignment.ts';
import { usePerson } from '../../../deps.ts';
import { assigningMessages } from '../../../messages/en/assigning.ts';
import { useMessages } from '../../../messages/locale.ts';
import { pathTo } from '../../../page-paths.ts';
import { Link } from '../../../ui/navigation.ts';
import type { Response } from '../data/response.ts';
import { useMay } from '../roles/own-roles.ts';
import { useMomentText } from '../time-zone/zone-context.ts';
import type { Assigning } from './use-assigning.ts';
import './assign-part.css';

type Props = {
  /** The form's id. */
  readonly form: string;
  readonly response: Response;
  readonly assigning: Assigning;
  /** As the server has them. */
  readonly assignments: readonly StoredAssignment[];
  /** Whom it can be assigned to, by address. For readers only whom it is assigned to. Undefined if not known. */
  readonly assignees: readonly string[] | undefined;
};

/** Who is to work on a response, and a choice of who else could. */
export default function AssignPart({ form, response: stored, assigning, ...props }: Props) {
  const { assignments, assignees } = props;
  const messages = useMessages('assigning', assigningMessages);
  const { username, email } = usePerson() ?? {};
  const mayAssign = useMay(form, 'reviewer');
  const mayGiveRoles = useMay(form, 'owner');
  const momentText = useMomentText();
  const id = useId();
  const [chosen, setChosen] = useState<string>();
  const [status, setStatus] = useState('');
  const { assignedTo = '' } = assigning.withAssignment(stored, assignments);
  const waiting = assigning.waitingFor(stored);
  const isMember = !assignees || assignedTo === '' || assignees.includes(assignedTo);
  const nameOf = (address: string) => {
    if (address === '') return messages.nobody;
    return address === email?.toLowerCase() ? messages.me(address) : address;
  };
  const shown = isMember ? nameOf(assignedTo) : messages.noLonger(assignedTo);
  const last = waiting ? undefined : assignments.at(-1);
  const own = assignments.findLast(({ by }) => by === username);
  const isReplaced = last && own && last !== own && last.to !== own.to;
  const whoOf = ({ by, email: address = by }: StoredAssignment) =>
    by === username ? messages.you : address;

  /** Whoever is no longer a member is not on the list. */
  const selected = chosen ?? (isMember ? assignedTo : '');

  async function assign() {
    const isSaved = await assigning.assign(stored, selected || undefined);
    setStatus(isSaved ? messages.saved : messages.notSaved);
    if (isSaved) setChosen(undefined);
  }

  return (
    <section className="assign" aria-labelledby={`${id}-heading`}>
      <h3 id={`${id}-heading`}>{messages.assigned}</h3>
      <p>
        <strong dir="auto">{shown}</strong>
        {waiting && waiting.status.is !== 'attention' && (
          <span className="hint">{` · ${messages.waiting}`}</span>
        )}
      </p>
      {waiting?.status.is === 'attention' && (
        <p role="alert">
          <span>{`${messages.refused} `}</span>
          <Link href={pathTo.outbox()}>{messages.seeOutbox}</Link>
        </p>
      )}
      {last && <p className="hint">{messages.by(whoOf(last), momentText(last.at))}</p>}
      {isReplaced && (
        <p className="hint">
          {messages.reassigned(own.to && nameOf(own.to), whoOf(last), last.to && nameOf(last.to))}
        </p>
      )}
      {mayAssign && assignees && (
        <>
          <div className="assign-choice">
            <label className="responses-label">
              <span>{messages.choose}</span>
              <select
                className="box"
                value={selected}
                onChange={({ target }) => setChosen(target.value)}
              >
                {['', ...assignees].map((address) => (
                  <option key={address} value={address}>
                    {nameOf(address)}
                  </option>
                ))}
              </select>
            </label>
            <button className="button-second" type="button" onClick={() => void assign()}>
              {messages.assign}
            </button>
          </div>
          <p className="hint">
            <span>{`${messages.onlyMembers} `}</span>
            {mayGiveRoles && <Link href={pathTo.share(form)}>{messages.giveRoles}</Link>}
          </p>
        </>
      )}
      <output>{status}</output>
    </section>
  );
}
