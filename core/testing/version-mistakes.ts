import { feedbackForm } from './feedback-form.ts';
import { untilAnswered, type Interleaving } from './in-turns.ts';
import { sharedEntry } from './shared-entry.ts';
import type { Problem } from '../api/problem.ts';
import type { ChangeResult } from '../entries/apply-change.ts';
import { correct } from '../entries/correct.ts';
import { restore } from '../entries/restore.ts';
import { revise } from '../entries/revise.ts';
import { withdraw } from '../entries/withdraw.ts';
import { addReview } from '../review/add-review.ts';
import type { Result } from '../values/result.ts';
import { currentVersion } from '../versions/current-version.ts';
import type { EntryVersion } from '../versions/entry-version.ts';
import { listVersions } from '../versions/list-versions.ts';

/**
 * One thing done on one of three devices: the author’s, an owner’s and a reviewer’s. `look` reads the entry. `again`
 * gives the answers of the oldest version that is kept. `pause` withdraws and restores it, on the author’s.
 */
export type VersionStep = {
  readonly device: 'author' | 'owner' | 'reviewer';
  readonly is: 'look' | 'act' | 'again' | 'pause';
};

type Given = { readonly answers: object; readonly by?: string };

/** Does everything on all devices at once. Returns what is wrong afterwards with the versions; empty if all are there. */
export async function versionMistakes(
  steps: readonly VersionStep[],
  interleaving: Interleaving,
): Promise<readonly string[]> {
  const { store } = interleaving;
  const { key, deps, sent } = await sharedEntry(interleaving);
  const mistakes: string[] = [];
  const given = new Map<number, Given>([[1, { answers: { comment: '0' } }]]);
  const reviews: string[] = [];
  const repeats: (() => Promise<unknown>)[] = [];
  let made = 0;

  const newChange = () => `018f3c2e-7b1a-7000-a000-${String((made += 1)).padStart(12, '0')}`;

  /** Sends other answers until they are based on the entry as it is, as the outbox does. */
  async function replace(device: VersionStep['device'], body: object, seen: number) {
    const changeId = newChange();
    const correction = { by: device, reason: 'Misspelt' };
    for (let ifVersion = seen; ;) {
      const target = { ...sent, body, key, changeId, ifVersion };
      const send = (): Promise<Result<ChangeResult, Problem>> =>
        device === 'author' ? revise(deps, target) : correct(deps, { ...target, correction });
      const done = await untilAnswered(send);
      if (done.ok) {
        const { version } = done.value.entry;
        if (given.has(version)) mistakes.push(`Two changes made version ${version}.`);
        given.set(version, { answers: body, ...(device !== 'author' && { by: device }) });
        repeats.push(() => untilAnswered(send));
        return version;
      }
      const { code, current } = done.problem;
      if (code === 'stale' && current) ifVersion = current.version;
      else if (code !== 'gone') mistakes.push(`A change is refused: ${code}.`);
      if (code !== 'stale') return seen;
    }
  }

  async function use(device: VersionStep['device']): Promise<void> {
    let seen = 1;
    for (const { is } of steps.filter((it) => it.device === device)) {
      if (is === 'look') seen = (await deps.store.find(key))?.version ?? 0;
      else if (device === 'reviewer') {
        const id = newChange();
        const review = { id, version: seen, state: 'approved', by: device } as const;
        const added = await untilAnswered(() => addReview(deps, { key, sent: review }));
        if (added.ok) reviews.push(id);
        else if (added.problem.code !== 'gone') mistakes.push('A review is refused.');
      } else if (is === 'pause' && device === 'author') {
        const target = { key, changeId: newChange(), permanent: false };
        await untilAnswered(() => withdraw(deps, target));
        const back = { key, changeId: newChange(), form: feedbackForm };
        await untilAnswered(() => restore(deps, back));
      } else if (is === 'again') {
        const oldest = (await versionsOf()).at(-1);
        if (oldest) seen = await replace(device, oldest.answers, seen);
      } else seen = await replace(device, { comment: `${device} ${made}` }, seen);
    }
  }

  async function versionsOf(): Promise<readonly EntryVersion[]> {
    const versions: EntryVersion[] = [];
    let cursor: string | undefined;
    do {
      const page = await listVersions({ store }, { key, cursor });
      if (!page.ok) return [];
      versions.push(...page.value.versions);
      ({ cursor } = page.value);
    } while (cursor);
    return versions;
  }

  await Promise.all([use('author'), use('owner'), use('reviewer')]);
  const before = await store.find(key);
  for (const again of repeats) await again();
  const entry = await store.find(key);
  if (!entry) return ['The entry is gone.'];
  if (entry.version !== before?.version) mistakes.push('A change that is repeated is made again.');
  const kept = await versionsOf();
  const numbers = [...given.keys()].toSorted((a, b) => b - a);
  if (kept.map(({ version }) => version).join() !== numbers.join())
    mistakes.push(
      `Of the versions ${numbers.join()} there are ${kept.map((it) => it.version).join()}.`,
    );
  for (const { version, answers, correction } of kept) {
    const { answers: wanted, by } = given.get(version) ?? {};
    if (JSON.stringify(answers) !== JSON.stringify(wanted))
      mistakes.push(`Version ${version} has other answers.`);
    if (correction?.by !== by) mistakes.push(`Version ${version} has another author.`);
  }
  if (currentVersion(entry).version !== numbers[0]) mistakes.push('The last one does not count.');
  const stored = (await store.reviewsOf(key)).map(({ id }) => id);
  if (stored.toSorted().join() !== reviews.toSorted().join()) mistakes.push('A review is lost.');
  return mistakes;
}
