import { useEffect, useMemo, useRef, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { useDeps } from '../../../deps.ts';
import { membersMessages } from '../../../messages/en/members.ts';
import { useMessages } from '../../../messages/locale.ts';
import { pathTo } from '../../../page-paths.ts';
import { MemberForm } from './member-form.tsx';
import { MemberList } from './member-list.tsx';
import { createMembersApi, type NewRole, type ShownMember } from './members-api.ts';
import { RoleRights } from './role-rights.tsx';
import './members.css';

type Props = { readonly form: Form; readonly username: string };

/** Who may do what with the responses, for owners to see and to change. */
export default function MembersPart({ form, username }: Props) {
  const { call } = useDeps();
  const messages = useMessages('members', membersMessages);
  const api = useMemo(() => createMembersApi(call, form.id, username), [call, form.id, username]);
  const [members, setMembers] = useState<readonly ShownMember[]>();
  const [state, setState] = useState<'ready' | 'working' | 'not-loaded'>('working');
  const [result, setResult] = useState('');
  /** Whose role was taken away, to give it back. */
  const [removed, setRemoved] = useState<ShownMember>();

  async function load() {
    setState('working');
    const loaded = await api.list();
    setState(loaded.ok ? 'ready' : 'not-loaded');
    if (loaded.ok) setMembers(loaded.value);
  }
  const first = useRef(load);
  useEffect(() => void first.current(), []);

  /** @returns whether it is done */
  async function set(member: NewRole, done: string): Promise<boolean> {
    setState('working');
    setResult('');
    setRemoved(undefined);
    const answered = await api.set(member);
    setState('ready');
    if (!answered.ok) {
      const { problem } = answered;
      const isFull = problem.is === 'refused' && problem.code === 'full';
      setResult(isFull ? messages.tooMany : messages.notChanged);
      return false;
    }
    // Said once the list says so, too.
    await load();
    setResult(done);
    return true;
  }

  async function remove(member: ShownMember) {
    // A button that is disabled would lose the focus.
    if (state === 'working') return;
    const done = await set({ email: member.email, role: null }, messages.removed(member.email));
    if (done) setRemoved(member);
  }

  return (
    <div className="members">
      <p className="hint">{messages.about}</p>
      <RoleRights />
      {state === 'not-loaded' && (
        <div role="alert">
          <p>{messages.notLoaded}</p>
          <button className="button-second" type="button" onClick={() => void load()}>
            {messages.tryAgain}
          </button>
        </div>
      )}
      {members?.length === 0 && <p>{messages.nobodyYet}</p>}
      {members && members.length > 0 && (
        <MemberList
          form={form}
          members={members}
          isWorking={state === 'working'}
          onRole={({ email, rows }, role) =>
            void set(
              // Owners see all.
              { email, role, ...(rows && role !== 'owner' && { rows }) },
              messages.changed(email, messages.roles[role]),
            )
          }
          onRemove={(member) => void remove(member)}
        />
      )}
      <output className="members-result">
        {result && <span>{result}</span>}
        {removed && (
          <button
            className="button-quiet"
            type="button"
            onClick={() =>
              void set(removed, messages.changed(removed.email, messages.roles[removed.role]))
            }
          >
            {messages.undo}
          </button>
        )}
      </output>
      <MemberForm
        form={form}
        isWorking={state === 'working'}
        onMember={(member) =>
          set(
            member,
            messages.given(member.email, window.location.origin + pathTo.responses(form.id)),
          )
        }
      />
    </div>
  );
}
