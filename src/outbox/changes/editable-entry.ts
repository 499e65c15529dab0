import type { ApiReview } from '../../cloud/api/parse-api-entry.ts';
import { isUndelivered, type Answers, type QueuedChange } from './queued-change.ts';

/** An entry as it was when somebody began to change it. */
export type EditableEntry = {
  readonly id: string;
  readonly answers: Answers;
  /** The version of the form that the answers belong to. */
  readonly formVersion?: number | undefined;
  /** The day on which it was begun, if the form has logic. */
  readonly begunOn?: string | undefined;
  readonly version?: number | undefined;
  /** As the server has it. */
  readonly review?: ApiReview;
};

/** The entry as it will be once its waiting changes are delivered, if there are any. Its version is not known yet. */
export function editableEntryOf(
  changes: readonly QueuedChange[],
  entry: string,
): EditableEntry | undefined {
  const last = changes.findLast((it) => it.entry === entry && isUndelivered(it) && it.answers);
  if (!last?.answers) return undefined;
  const { answers, formVersion, begunOn } = last;
  return { id: entry, answers, formVersion, begunOn };
}
