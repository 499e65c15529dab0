import { askedFor, migrated } from './entries/understood.ts';
import type { OnFault } from './fault.ts';
import type { AnswersTo, Fields, Form } from './form.ts';
import { receiptFor } from './form-functions.ts';

/** What a person sent: their answers, and what the server knows about them. */
export type Entry<Answers = AnswersTo<Fields>, Derived = unknown> = {
  /** A UUID made by the sender when the draft began, so that sending twice stores once. */
  readonly id: string;
  readonly form: string;
  readonly formVersion: number;
  /** The author: Cognito's `cognito:username`, never what a caller says. */
  readonly username: string;
  readonly answers: Answers;
  /** What the form's `derive` chose, once. */
  readonly derived?: Derived;
  /** 1 when stored, one more with each change. */
  readonly version: number;
  /** ISO 8601, UTC, by the server's clock. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly deletedAt?: string;
};

const told = [
  'id',
  'form',
  'formVersion',
  'username',
  'answers',
  'derived',
  'version',
  'createdAt',
  'updatedAt',
  'deletedAt',
] as const satisfies (keyof Entry)[];

/** An entry as the API tells it: the form's receipt, then the entry itself and nothing the store adds. */
export function tell(
  form: Form,
  stored: Entry,
  onFault?: OnFault,
): Readonly<Record<string, unknown>> {
  const entry = inCurrentVersion(form, stored, onFault);
  const own = Object.fromEntries(told.map((key) => [key, entry[key]]));
  if (entry.formVersion !== form.version) return own;
  return { ...receiptFor(form, own as Entry, onFault), ...own };
}

/** An entry as the form of today understands it; as it was stored where the form cannot tell. */
export function inCurrentVersion(form: Form, entry: Entry, onFault?: OnFault): Entry {
  if (entry.formVersion === form.version) return entry;
  const answers = migrated(form, entry, onFault);
  if (!answers) return entry;
  const parsed = form.parse(askedFor(form, answers));
  // What the form does not ask for is kept where `migrate` keeps it.
  const all = parsed.ok && { ...answers, ...parsed.value };
  return all ? { ...entry, answers: all, formVersion: form.version } : entry;
}
