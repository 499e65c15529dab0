import { untilAnswered, type Interleaving } from './in-turns.ts';
import { sharedEntry } from './shared-entry.ts';
import { addComment } from '../comments/add-comment.ts';
import { takeBackComment } from '../comments/take-back-comment.ts';
import { revise } from '../entries/revise.ts';
import { addReview } from '../review/add-review.ts';

/**
 * One thing done on one of four devices: two reviewers’, who write a comment or take back their last one, an owner’s,
 * who takes back the last one of anybody, and the author’s, who gives other answers.
 */
export type CommentStep = {
  readonly device: 'first' | 'second' | 'owner' | 'author';
  readonly is: 'write' | 'take back' | 'review';
};

type Written = { readonly id: string; readonly by: string; isTakenBack: boolean };

/** Does everything on all devices at once. Returns what is wrong afterwards; empty if nothing is lost, nor there twice. */
export async function commentMistakes(
  steps: readonly CommentStep[],
  interleaving: Interleaving,
): Promise<readonly string[]> {
  const { store } = interleaving;
  const { key, deps, sent } = await sharedEntry(interleaving);
  const mistakes: string[] = [];
  const written: Written[] = [];
  let made = 0;
  const newChange = () => `018f3c2e-7b1a-7000-9000-${String((made += 1)).padStart(12, '0')}`;

  async function write(by: string) {
    const id = newChange();
    const comment = { id, by, version: 1, text: `${by} ${id}` };
    const added = await untilAnswered(() => addComment(deps, { key, sent: comment }));
    if (added.ok) written.push({ id, by, isTakenBack: false });
    else mistakes.push(`A comment is refused: ${added.problem.code}.`);
  }

  async function takeBack(by: string) {
    const last = written.findLast((it) => by === 'owner' || it.by === by);
    if (!last) return;
    last.isTakenBack = true;
    const comment = { key, id: last.id, by: { by }, isOwner: by === 'owner' };
    const taken = await untilAnswered(() => takeBackComment(deps, comment));
    if (!taken.ok) mistakes.push(`Taking it back is refused: ${taken.problem.code}.`);
    else if (taken.value.text !== undefined) mistakes.push('What was taken back has a text.');
  }

  async function review(by: string) {
    const decided = { id: newChange(), by, version: 1, state: 'approved' } as const;
    const added = await untilAnswered(() => addReview(deps, { key, sent: decided }));
    if (!added.ok) mistakes.push(`A review is refused: ${added.problem.code}.`);
  }

  async function use(device: CommentStep['device']): Promise<void> {
    let ifVersion = 1;
    for (const { is } of steps.filter((it) => it.device === device)) {
      if (device === 'author') {
        const target = { ...sent, body: { comment: String(ifVersion) }, key };
        const change = { ...target, changeId: newChange(), ifVersion };
        const revised = await untilAnswered(() => revise(deps, change));
        if (revised.ok) ifVersion = revised.value.entry.version;
        else mistakes.push(`A change of the author is refused: ${revised.problem.code}.`);
      } else if (is === 'take back') await takeBack(device);
      else if (is === 'review') await review(device);
      else await write(device);
    }
  }

  await Promise.all((['first', 'second', 'owner', 'author'] as const).map(use));
  const stored = await store.commentsOf(key);
  for (const { id, by, isTakenBack } of written) {
    const found = stored.filter((it) => it.id === id);
    if (found.length !== 1) mistakes.push(`A comment is there ${found.length} times.`);
    const text = isTakenBack ? undefined : `${by} ${id}`;
    if (found[0]?.text !== text) mistakes.push('A comment has another text.');
  }
  if (stored.length !== written.length) mistakes.push('There is a comment that nobody wrote.');
  const { commentCount = 0 } = (await store.find(key)) ?? {};
  const left = written.filter(({ isTakenBack }) => !isTakenBack).length;
  if (commentCount !== left) mistakes.push(`Of ${left} comments it counts ${commentCount}.`);
  return mistakes;
}
