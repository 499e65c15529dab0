import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { mailsFor } from '#core/confirmation.ts';
import type { StoredEntry } from '#core/entries/store.ts';
import type { Fault } from '#core/fault.ts';
import { loadFields, type Form } from '#core/form.ts';
import { fullJitter } from '#core/full-jitter.ts';
import { deliver, type Delivery, type Letter } from './deliver.ts';
import { faultLine, logLine } from './log-line.ts';
import type { Markers } from './marker.ts';
import type { Provider } from './provider.ts';
import type { Quota } from './quota.ts';
import { entryIn, sequenceOf, type Inserted } from './records.ts';
import type { StillThere } from './still-there.ts';

export type HandleDeps = {
  readonly markers: Markers;
  readonly provider: Provider;
  readonly isStillThere: StillThere;
  readonly quota: Quota;
  readonly formById: (id: string) => Form | undefined;
  /** The owners' address, where there is one. */
  readonly owners: string | undefined;
  readonly now: () => Date;
  readonly random: () => number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  /** Which of an account's backends this is, for its metrics. */
  readonly backend: string;
  /** Writes a line to the log. */
  readonly say: (line: string) => void;
};

/** Milliseconds that must be left before another attempt is begun: it may take ten seconds. */
const timeToTry = 15_000;

const pauses = { first: 1_000, longest: 20_000 };

type Sending = Letter & { readonly sequence: string };

/**
 * Sends the mails of a batch in rounds: each is tried in each round, so that none waits for another's
 * provider to recover. Answers with the records that are not done with; Lambda brings them again.
 * @param timeLeft milliseconds until Lambda ends the function
 */
export async function handle(
  deps: HandleDeps,
  { Records, again }: Inserted,
  timeLeft: () => number,
): Promise<DynamoDBBatchResponse> {
  const failed = new Set<string>();
  let waiting = (await Promise.all(Records.map(lettersOf))).flat();
  for (let round = 0; waiting.length > 0; round += 1) {
    const tried = await oneRound(waiting);
    waiting = tried.later;
    const pause = Math.max(tried.wait, fullJitter(pauses, round, deps.random()));
    if (waiting.length === 0 || timeLeft() < pause + timeToTry) break;
    await deps.sleep(pause);
  }
  for (const { sequence } of waiting) failed.add(sequence);
  return { batchItemFailures: [...failed].map((itemIdentifier) => ({ itemIdentifier })) };

  async function lettersOf(record: DynamoDBRecord): Promise<readonly Sending[]> {
    const sequence = sequenceOf(record);
    try {
      const entry = readable(entryIn(record));
      const form = deps.formById(entry.form);
      if (form) await loadFields(form);
      const onFault = (fault: Fault) => deps.say(faultLine(sequence, fault));
      const mails = form ? mailsFor(form, entry, deps.owners, onFault) : [];
      return mails.map((mail) => ({ mail, entry, sequence, again: again ?? false }));
    } catch (error) {
      fail(sequence, error);
      return [];
    }
  }

  async function oneRound(letters: readonly Sending[]) {
    const later: Sending[] = [];
    let wait = 0;
    for (const letter of letters) {
      const outcome = timeLeft() < timeToTry ? noTime : await attempt(letter);
      if (outcome?.is !== 'later') continue;
      later.push(letter);
      wait = Math.max(wait, outcome.wait ?? 0);
    }
    return { later, wait };
  }

  async function attempt(letter: Sending): Promise<Delivery | undefined> {
    const { sequence, mail, entry } = letter;
    try {
      const outcome = await deliver(deps, letter);
      if (outcome.is === 'stuck') failed.add(sequence);
      const happened = { sequence, form: entry.form, kind: mail.kind, outcome };
      deps.say(logLine(deps, happened));
      return outcome;
    } catch (error) {
      fail(sequence, error);
    }
  }

  /** Its name only: an error's message may quote what a person wrote. */
  function fail(sequence: string, error: unknown): void {
    failed.add(sequence);
    const code = error instanceof Error ? error.name : typeof error;
    deps.say(logLine(deps, { sequence, outcome: { is: 'stuck', code } }));
  }
}

const noTime: Delivery = { is: 'later', code: 'no_time' };

/** No form has written that. What a form makes of answers is another thing: core/form-functions.ts. */
function readable(entry: StoredEntry): StoredEntry {
  const answers: unknown = entry.answers;
  if (typeof answers === 'object' && answers !== null) return entry;
  throw new TypeError('An entry without answers.');
}
