import { expect, test } from 'vitest';
import type { StoredEntry } from '../entries/store/entry-store.ts';
import { anEntry, erased, withdrawn } from '../testing/sample-entries.ts';
import { entryMessage, largestBody, withoutAnswers } from './event-message.ts';
import type { EventKind, Webhook } from './webhook.ts';

const entry: StoredEntry = anEntry({ form: 'ride', username: 'open#ada', id: 'an-id' });
const app = 'https://forms.example';
const at = '2026-05-01T12:00:00.000Z';

function message(
  of: StoredEntry,
  payload: Webhook['payload'] = 'ids',
  kind: EventKind = 'created',
) {
  const { body, hasAnswers } = entryMessage({ payload }, { kind, at, entry: of }, { app });
  return { hasAnswers, ...(JSON.parse(body) as { data: object }) };
}

const ids = {
  form: 'ride',
  entry: 'an-id',
  version: 1,
  respondent: 'open#ada',
  link: `${app}/responses/ride?username=open%23ada&id=an-id`,
};

test('a message says what happened to which entry, and where owners read it', () => {
  expect(message(entry)).toEqual({
    hasAnswers: false,
    type: 'entry.created',
    timestamp: at,
    data: ids,
  });
});

test('it has the answers only for a webhook that wants them', () => {
  const { data, hasAnswers } = message({ ...entry, confirmTo: 'ada@example.com' }, 'answers');
  expect(hasAnswers).toBe(true);
  expect(data).toEqual({ ...ids, formVersion: 1, answers: entry.answers });
});

test('it has no answers of an entry that is withdrawn or erased', () => {
  for (const gone of [withdrawn(entry), erased(entry)])
    expect(message(gone, 'answers')).toMatchObject({ hasAnswers: false, data: { version: 2 } });
  expect(JSON.stringify(message(withdrawn(entry), 'answers'))).not.toContain('Mickey');
});

test('answers that are too long are left out, and the message says so', () => {
  const long = { ...entry, answers: { story: 'x'.repeat(largestBody) } };
  const { data, hasAnswers } = message(long, 'answers');
  expect(hasAnswers).toBe(false);
  expect(data).toEqual({ ...ids, formVersion: 1, answersLeftOut: 'too_large' });
});

test('answers that were erased are left out of a message that was written before', () => {
  const { body } = entryMessage({ payload: 'answers' }, { kind: 'created', at, entry }, { app });
  const { hasAnswers, body: after } = withoutAnswers(body);
  expect(hasAnswers).toBe(false);
  expect(JSON.parse(after)).toEqual({
    type: 'entry.created',
    timestamp: at,
    data: { ...ids, formVersion: 1, answersLeftOut: 'erased' },
  });
});

test('a revision says by whom it is, but neither the name of an owner nor their reason', () => {
  const correction = { by: 'olga', email: 'olga@example.com', reason: 'Misspelt' };
  const corrected: StoredEntry = { ...entry, correction };
  expect(message(entry, 'ids', 'revised').data).toEqual({ ...ids, by: 'respondent' });
  const { data } = message(corrected, 'answers', 'revised');
  expect(data).toMatchObject({ by: 'owner', answers: entry.answers });
  expect(JSON.stringify(data)).not.toMatch(/olga|Misspelt/);
  // Restoring a live entry makes a version, of which they know nothing.
  const restored = { ...corrected, version: 3, answeredIn: { version: 2, at } };
  expect(message(restored, 'ids', 'revised').data).toMatchObject({ by: 'respondent' });
});

test('the event of a review says which and how it ended, and neither who has reviewed nor why', () => {
  const review = { id: 'a-review', version: 1, state: 'sent-back', at, hasNote: true } as const;
  const reviewedEntry: StoredEntry = { ...entry, review: { ...review, note: 'Misspelt' } };
  expect(message(reviewedEntry, 'ids', 'reviewed').data).toEqual({
    ...ids,
    review: { id: 'a-review', version: 1, state: 'sent-back' },
  });
  expect(message(reviewedEntry, 'answers', 'revised').data).not.toHaveProperty('review');
});
