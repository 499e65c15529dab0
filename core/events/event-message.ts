import type { StoredEntry } from '../entries/store/entry-store.ts';
import type { EventKind, Webhook } from './webhook.ts';

/** What is signed and sent. Its text stays the same however often it is sent, unless its answers are erased. */
export type EventMessage = {
  readonly body: string;
  /** It contains answers, which are removed when their entry is erased. */
  readonly hasAnswers: boolean;
};

/** Characters of a message with answers. A longer one is sent without them. */
export const largestBody = 64 * 1024;

type Setting = {
  /** The address of the app, such as `https://example.com`; empty if it is not known. */
  readonly app: string;
};

/** The message about what happened to an entry, as https://www.standardwebhooks.com proposes. */
export function entryMessage(
  { payload = 'ids' }: Pick<Webhook, 'payload'>,
  {
    kind,
    at,
    entry,
  }: { readonly kind: EventKind; readonly at: string; readonly entry: StoredEntry },
  { app }: Setting,
): EventMessage {
  const { form, formVersion, id, version, username, answers, derived, review } = entry;
  // What was restored keeps its correction.
  const isCorrected = entry.correction !== undefined && entry.answeredIn === undefined;
  const type = `entry.${kind}`;
  const data = {
    form,
    entry: id,
    version,
    respondent: username,
    // Whose change it was: the reason may speak of the answers.
    ...(kind === 'revised' && { by: isCorrected ? 'owner' : 'respondent' }),
    // Neither who has reviewed it nor the note: both are for the author and the owners.
    ...(kind === 'reviewed' &&
      review && { review: { id: review.id, version: review.version, state: review.state } }),
    link: app + responsePath(entry),
  };
  const hasAnswers = payload === 'answers' && entry.deletedAt === undefined && !entry.erased;
  if (!hasAnswers) return messageOf(type, at, data);
  const whole = messageOf(type, at, {
    ...data,
    formVersion,
    answers,
    ...(derived !== undefined && { derived }),
  });
  if (whole.body.length <= largestBody) return { ...whole, hasAnswers };
  return messageOf(type, at, { ...data, formVersion, answersLeftOut: 'too_large' });
}

/** The same message once its answers were erased. */
export function withoutAnswers(body: string): EventMessage {
  const { type, timestamp, data } = JSON.parse(body) as {
    readonly type: string;
    readonly timestamp: string;
    readonly data: Readonly<Record<string, unknown>>;
  };
  const { answers: _answers, derived: _derived, ...rest } = data;
  return messageOf(type, timestamp, { ...rest, answersLeftOut: 'erased' });
}

/** What an owner sends to see whether it arrives. */
export function testMessage(form: string, at: string): EventMessage {
  return messageOf('test', at, { form });
}

function messageOf(type: string, timestamp: string, data: object): EventMessage {
  return { body: JSON.stringify({ type, timestamp, data }), hasAnswers: false };
}

/** Where owners read a response in the app. */
export function responsePath({
  form,
  username,
  id,
}: Pick<StoredEntry, 'form' | 'username' | 'id'>) {
  return `/responses/${form}?username=${encodeURIComponent(username)}&id=${encodeURIComponent(id)}`;
}
