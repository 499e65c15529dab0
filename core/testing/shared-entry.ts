import { submit } from '../entries/submit.ts';
import { feedbackForm } from './feedback-form.ts';
import { inTurns, type Interleaving } from './in-turns.ts';

/** An entry that several devices are about to read and change at once, and with what they do so. */
export async function sharedEntry(interleaving: Interleaving) {
  // Some stores are used by many tests.
  const key = { username: crypto.randomUUID(), form: feedbackForm.id, id: crypto.randomUUID() };
  const deps = {
    store: inTurns(interleaving),
    now: () => new Date('2026-01-01T12:00:00Z'),
    random: () => 0,
    digest: (text: string) => text,
  };
  const sent = { form: feedbackForm, formVersion: 1 };
  const { store } = interleaving;
  const first = await submit({ ...deps, store }, { ...key, ...sent, body: { comment: '0' } });
  if (!first.ok) throw new Error('It cannot be submitted.');
  return { key, deps, sent };
}
