import { choice } from '../fields/choice.ts';
import { defineForm, type Form } from '../form/define-form.ts';
import { chosenValues } from '../form/options.ts';
import { eraseAll } from '../entries/erase-all.ts';
import { restore } from '../entries/restore.ts';
import { revise } from '../entries/revise.ts';
import type { StoredEntry } from '../entries/store/entry-store.ts';
import { submit } from '../entries/submit.ts';
import { withdraw } from '../entries/withdraw.ts';
import { authorCounter, countersOf } from '../limits/seats.ts';
import { inTurns, untilAnswered, type Interleaving } from './in-turns.ts';

/** Scarce enough that most people meet a limit. */
const booking: Form = defineForm({
  id: 'booking',
  version: 1,
  title: '',
  action: '',
  limits: { entries: 3, perAuthor: 1, perOption: { day: { mon: 2, tue: 1 } } },
  fields: {
    day: choice({
      label: 'Day',
      options: [
        ['mon', 'Monday'],
        ['tue', 'Tuesday'],
        ['wed', 'Wednesday'],
      ],
    }),
  },
});

/** What somebody does to one of six entries, which three people have sent, two each. */
export type Act = {
  readonly is: 'submit' | 'revise' | 'withdraw' | 'restore' | 'erase' | 'erase-all';
  readonly entry: number;
  readonly day: 'mon' | 'tue' | 'wed';
};

const entryCount = 6;
const keyOf = (entry: number) => ({
  username: `person-${entry % 3}`,
  form: booking.id,
  id: `018f3c2e-7b1a-7000-8000-00000000000${entry}`,
});

/** Does everything at once. Returns what is wrong afterwards; empty if each seat is counted exactly once. */
export async function mistakesOf(
  acts: readonly Act[],
  interleaving: Interleaving,
): Promise<readonly string[]> {
  const { store } = interleaving;
  const mistakes: string[] = [];
  const answeredStored = new Set<string>();
  const deps = {
    store: inTurns(interleaving),
    now: () => new Date('2026-01-01T12:00:00Z'),
    random: () => 0,
    digest: (text: string) => text,
  };

  async function act({ is, entry, day }: Act, n: number) {
    const key = keyOf(entry);
    const changeId = `018f3c2e-7b1a-7000-9000-${String(n).padStart(12, '0')}`;
    const sent = { form: booking, formVersion: 1, body: { day } };
    if (is === 'submit') {
      const { ok } = await untilAnswered(() => submit(deps, { ...key, ...sent }));
      if (ok) answeredStored.add(key.id);
    } else if (is === 'revise') {
      const ifVersion = (await untilAnswered(() => deps.store.find(key)))?.version ?? 1;
      await untilAnswered(() => revise(deps, { ...sent, key, changeId, ifVersion }));
    } else if (is === 'restore')
      await untilAnswered(() => restore(deps, { form: booking, key, changeId }));
    else if (is === 'erase-all') await untilAnswered(() => eraseAll(deps, key.username));
    else {
      const permanent = is === 'erase';
      await untilAnswered(() => withdraw(deps, { key, changeId, permanent }));
    }
  }

  await Promise.all(acts.map(act));
  const entries = await Promise.all(
    Array.from({ length: entryCount }, (_, entry) => store.find(keyOf(entry))),
  );
  const live = entries.filter((it) => it !== undefined && !it.deletedAt);
  for (const [counter, max] of countersOf(booking))
    for (const [who, theirs] of perCounter(counter, live as StoredEntry[])) {
      const counted = (await store.seatsTaken({ username: who, form: booking.id }, [counter])).get(
        counter,
      );
      if ((counted ?? 0) !== theirs) mistakes.push(`${counter}: counted ${counted}, are ${theirs}`);
      if (theirs > max) mistakes.push(`${counter}: ${theirs} of ${max}`);
    }
  for (const id of answeredStored)
    if (!entries.some((it) => it?.id === id)) mistakes.push(`${id} is not stored`);
  return mistakes;
}

/** How many live entries a counter should count, for each person whom it counts. */
function perCounter(counter: string, live: readonly StoredEntry[]): readonly [string, number][] {
  if (counter === authorCounter)
    return [0, 1, 2].map((n) => {
      const { username } = keyOf(n);
      return [username, live.filter((it) => it.username === username).length];
    });
  const option = counter.split('#')[2];
  const counted = live.filter(
    ({ answers }) => option === undefined || chosenValues(answers['day']).includes(option),
  );
  return [['', counted.length]];
}
