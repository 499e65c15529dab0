import type { Form } from '../form/define-form.ts';
import type { StoredEntry } from '../entries/store/entry-store.ts';
import { closedBecause } from '../files/file-check.ts';
import { filesIn } from '../files/files-in.ts';
import { inCurrentVersion } from '../form/current-entry.ts';
import type { Entry } from '../form/entry.ts';
import { receiptFor } from '../form/form-functions.ts';
import type { OnFormError } from '../form/safe-call.ts';
import { responseStateOf } from '../review/review.ts';
import { notRelevantIn } from '../logic/not-relevant.ts';
import { currentVersion } from '../versions/current-version.ts';

const apiEntryKeys = [
  'id',
  'form',
  'formVersion',
  'begunOn',
  'username',
  'answers',
  'derived',
  'version',
  'createdAt',
  'updatedAt',
  'deletedAt',
  'isLate',
  'savedAt',
] as const satisfies (keyof Entry)[];

/** Converts an entry to the JSON of the API: the form's receipt and the entry's own keys, without what the store adds. */
export function toApiEntry(
  form: Form,
  stored: Entry & Pick<StoredEntry, 'fileChecks'>,
  onFormError?: OnFormError,
): Readonly<Record<string, unknown>> {
  const entry = inCurrentVersion(form, stored, onFormError);
  const apiEntry = {
    ...Object.fromEntries(apiEntryKeys.map((key) => [key, entry[key]])),
    // `deletedAt` is its name in the table, and was once its only name here.
    withdrawnAt: entry.deletedAt,
    ...filesArrivedIn(entry),
    ...filesClosedIn(entry, stored),
    ...reviewOf(entry),
    ...correctionOf(entry),
  };
  if (entry.formVersion !== form.version) return apiEntry;
  const notRelevant = [...notRelevantIn(form, entry)];
  return {
    ...receiptFor(form, apiEntry as unknown as Entry, onFormError),
    ...apiEntry,
    ...(notRelevant.length > 0 && { notRelevant }),
  };
}

/** The same for whoever has a role in the form: why an entry is on hold, how many comments it has, and whom it is assigned to. */
export function toApiResponse(
  form: Form,
  { onHold, commentCount, assignedTo, ...entry }: Entry & ForMembers,
  onFormError?: OnFormError,
): Readonly<Record<string, unknown>> {
  return {
    ...toApiEntry(form, entry, onFormError),
    ...(onHold && { onHold }),
    ...(commentCount && { commentCount }),
    ...(assignedTo !== undefined && { assignedTo }),
  };
}

type ForMembers = Pick<StoredEntry, 'onHold' | 'commentCount' | 'assignedTo'>;

/** What its author may know of its review: never who the reviewer was. */
function reviewOf(entry: Entry): { readonly review?: object } {
  if (!entry.review) return {};
  const { version, at, note } = entry.review;
  const state = responseStateOf(entry);
  return { review: { state, version, at, ...(note !== undefined && { note }) } };
}

/** Why an owner has corrected the answers, and since when: never who that was. */
function correctionOf(entry: Entry): { readonly correction?: object } {
  const { correction, at } = currentVersion(entry);
  return correction ? { correction: { reason: correction.reason, at } } : {};
}

/** Which of the files that the answers refer to have arrived; nothing if they refer to none. */
function filesArrivedIn({ answers, filesArrived = [] }: Entry): Pick<Entry, 'filesArrived'> {
  const files = filesIn(answers);
  if (files.length === 0) return {};
  return { filesArrived: files.map(({ id }) => id).filter((id) => filesArrived.includes(id)) };
}

/** Why files cannot be opened, by id; nothing if all that arrived can. */
function filesClosedIn(
  { answers }: Entry,
  stored: Pick<StoredEntry, 'fileChecks'>,
): { readonly filesClosed?: object } {
  const closed = filesIn(answers).flatMap((file) => {
    const because = closedBecause(stored, file);
    return because ? [[file.id, because] as const] : [];
  });
  return closed.length > 0 ? { filesClosed: Object.fromEntries(closed) } : {};
}
