import { untilAnswered, type Interleaving } from './in-turns.ts';
import { sharedEntry } from './shared-entry.ts';
import { revise } from '../entries/revise.ts';
import type { StoredEntry } from '../entries/store/entry-store.ts';
import { addReview } from '../review/add-review.ts';
import { reviewStates, type Review } from '../review/review.ts';

/**
 * One thing done on one of three devices: two reviewers’ and the author’s. `look` reads the entry, `decide` and `send`
 * are of a reviewer, who may be offline in between. The author’s device sends what is typed, and looks only once.
 */
export type Step = {
  readonly device: 'first' | 'second' | 'author';
  readonly is: 'look' | 'act' | 'send';
};

/** Does everything on all devices at once. Returns what is wrong afterwards; empty if nothing is lost, nor there twice. */
export async function reviewMistakes(
  steps: readonly Step[],
  interleaving: Interleaving,
): Promise<readonly string[]> {
  const { store } = interleaving;
  const { key, deps, sent } = await sharedEntry(interleaving);
  const mistakes: string[] = [];
  const decided: Pick<Review, 'id' | 'version' | 'state' | 'by'>[] = [];
  let typed = 0;

  async function reviewOn(by: 'first' | 'second'): Promise<void> {
    let seen = 1;
    const queue: (typeof decided)[number][] = [];
    const sendAll = async () => {
      for (const { id, ...review } of queue.splice(0)) {
        const added = await untilAnswered(() => addReview(deps, { key, sent: { id, ...review } }));
        if (!added.ok) mistakes.push(`A review is refused: ${added.problem.code}.`);
      }
    };
    for (const { is } of steps.filter((it) => it.device === by)) {
      if (is === 'look') seen = (await deps.store.find(key))?.version ?? 0;
      if (is === 'act') {
        const state = reviewStates[decided.length % reviewStates.length] ?? 'approved';
        const id = `018f3c2e-7b1a-7000-9000-${String(decided.length).padStart(12, '0')}`;
        const review = { id, version: seen, state, by };
        decided.push(review);
        queue.push(review);
      }
      if (is === 'send') await sendAll();
    }
    await sendAll();
  }

  async function reviseOn(): Promise<void> {
    let ifVersion = 1;
    for (const { is } of steps.filter((it) => it.device === 'author')) {
      if (is !== 'act') continue;
      typed += 1;
      const changeId = `018f3c2e-7b1a-7000-a000-${String(typed).padStart(12, '0')}`;
      const body = { comment: String(typed) };
      const target = { ...sent, body, key, changeId, ifVersion };
      const revised = await untilAnswered(() => revise(deps, target));
      if (revised.ok) ifVersion = revised.value.entry.version;
      else mistakes.push(`A change is refused: ${revised.problem.code}.`);
    }
  }

  await Promise.all([reviewOn('first'), reviewOn('second'), reviseOn()]);
  const entry = await store.find(key);
  if (!entry) return ['The entry is gone.'];
  if (entry.version !== typed + 1 || entry.answers['comment'] !== String(typed))
    mistakes.push(`Version ${entry.version} is not the last of ${typed} changes.`);
  return [...mistakes, ...mistakesOfReviews(entry, decided, await store.reviewsOf(key))];
}

function mistakesOfReviews(
  { review, reviewCount = 0 }: StoredEntry,
  decided: readonly Pick<Review, 'id' | 'version'>[],
  stored: readonly Pick<Review, 'id' | 'version'>[],
): readonly string[] {
  const mistakes: string[] = [];
  for (const { id } of decided) {
    const times = stored.filter((it) => it.id === id).length;
    if (times !== 1) mistakes.push(`A review is there ${times} times.`);
  }
  if (reviewCount !== decided.length) mistakes.push(`It counts ${reviewCount} reviews.`);
  const newest = Math.max(...stored.map(({ version }) => version));
  const counting = stored.findLast(({ version }) => version === newest);
  if (review?.id !== counting?.id) mistakes.push('Another review counts than the last one.');
  return mistakes;
}
