import { untilAnswered, type Interleaving } from './in-turns.ts';
import { sharedEntry } from './shared-entry.ts';
import { assign } from '../assignments/assign.ts';
import { revise } from '../entries/revise.ts';
import type { Member } from '../roles/member.ts';

/**
 * One thing done on one of three devices: two reviewers’, who assign the entry to somebody and send it later, or once
 * more, and the author’s, who gives other answers.
 */
export type AssignmentStep = {
  readonly device: 'first' | 'second' | 'author';
  readonly is: 'assign' | 'send' | 'send again';
  readonly to: string | undefined;
};

/** Does everything on all devices at once. Returns what is wrong afterwards; empty if the last one counts, and each once. */
export async function assignmentMistakes(
  steps: readonly AssignmentStep[],
  interleaving: Interleaving,
): Promise<readonly string[]> {
  const { store } = interleaving;
  const { key, deps, sent } = await sharedEntry(interleaving);
  const members = { find: async (_form: string, email: string) => memberAt(email) };
  const mistakes: string[] = [];
  let made = 0;
  const newChange = () => `018f3c2e-7b1a-7000-9000-${String((made += 1)).padStart(12, '0')}`;

  async function send(assignment: Sent) {
    const assigned = await untilAnswered(() =>
      assign({ ...deps, members }, { key, sent: assignment }),
    );
    if (!assigned.ok) return void mistakes.push(`It is refused: ${assigned.problem.code}.`);
    const { stored, isNew, assignedTo } = assigned.value;
    if (stored.to !== assignment.to) mistakes.push('What is stored is another assignment.');
    if (isNew && assignedTo !== assignment.to)
      mistakes.push('What was just stored does not count.');
    return undefined;
  }

  async function assignOn(by: string): Promise<readonly Sent[]> {
    const queue: Sent[] = [];
    const all: Sent[] = [];
    for (const { is, to } of steps.filter((it) => it.device === by)) {
      if (is === 'assign') queue.push({ id: newChange(), by, ...(to !== undefined && { to }) });
      if (is === 'send') all.push(...queue.splice(0, 1));
      const last = all.at(-1);
      if (is !== 'assign' && last) await send(last);
    }
    for (const it of queue) await send(it);
    return [...all, ...queue];
  }

  async function reviseOn(): Promise<number> {
    let ifVersion = 1;
    for (const _ of steps.filter((it) => it.device === 'author')) {
      const target = { ...sent, key, body: { comment: String(ifVersion) } };
      const change = { ...target, changeId: newChange(), ifVersion };
      const revised = await untilAnswered(() => revise(deps, change));
      if (revised.ok) ifVersion = revised.value.entry.version;
      else mistakes.push(`A change of the author is refused: ${revised.problem.code}.`);
    }
    return ifVersion;
  }

  const [first, second, version] = await Promise.all([
    assignOn('first'),
    assignOn('second'),
    reviseOn(),
  ]);
  const stored = await store.assignmentsOf(key);
  for (const { id } of [...first, ...second]) {
    const times = stored.filter((it) => it.id === id).length;
    if (times !== 1) mistakes.push(`An assignment is there ${times} times.`);
  }
  if (stored.length !== first.length + second.length)
    mistakes.push('There is one that nobody made.');
  const entry = await store.find(key);
  if (entry?.assignedTo !== stored.at(-1)?.to) mistakes.push('The last one does not count.');
  if (entry?.version !== version) mistakes.push('The entry has another version.');
  return mistakes;
}

type Sent = { readonly id: string; readonly by: string; readonly to?: string };

function memberAt(email: string): Member {
  return { email, role: 'reviewer', by: 'owner', at: '2026-01-01T00:00:00.000Z' };
}
