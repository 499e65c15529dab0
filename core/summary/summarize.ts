import { inCurrentVersion } from '../form/current-entry.ts';
import type { OnFormError } from '../form/safe-call.ts';
import type { Form } from '../form/define-form.ts';
import type { EntryStore, SortPosition } from '../entries/store/entry-store.ts';
import { isOwnRow, type OwnRows } from '../roles/rows-of-member.ts';
import { countEntries, type CountedEntry } from './count-entry.ts';
import { sumOfCounts, sumOfEntryCounts, type Counts } from './counts.ts';
import { summaryOfCounts, type Summary } from './summary-of-counts.ts';

/** One query reads at most this many entries, or 1 MB of them. */
const entriesInOneRead = 1000;
/** So without counts a summary covers the newest 10 000 entries, or 10 MB of them: docs/decisions/0009. */
const maxReads = 10;

type Deps = {
  readonly store: Pick<EntryStore, 'responses' | 'counts'>;
  readonly onFormError?: OnFormError;
};

/**
 * Statistics of a form's responses. Those of a few are read, so that nothing is late; those of many
 * are the counts that are kept, once it is certain that they are of all.
 * @param rows the only ones to summarize, if it is not all
 */
export async function summarize(deps: Deps, form: Form, rows?: OwnRows): Promise<Summary> {
  // What is counted is of all: nobody learns from it what others have answered.
  if (rows) return summarizeNewest(deps, form, rows);
  const { counts, countedAt, recountedAt } = await deps.store.counts(form.id);
  const isLarge = (counts.statuses['live'] ?? 0) > entriesInOneRead;
  if (!isLarge || recountedAt === undefined) return summarizeNewest(deps, form);
  const { entries } = await deps.store.responses({ form: form.id, limit: 1 });
  const [newest] = entries;
  return summaryOfCounts(form, counts, {
    complete: true,
    ...(newest && { newestAt: newest.createdAt }),
    ...(countedAt !== undefined && { countedAt }),
  });
}

async function summarizeNewest(
  { store, onFormError }: Deps,
  form: Form,
  rows?: OwnRows,
): Promise<Summary> {
  const counts: Counts[] = [];
  let newestAt: string | undefined;
  let before: SortPosition | undefined;
  for (let read = 0; read < maxReads; read += 1) {
    const request = { form: form.id, limit: entriesInOneRead, ...(before && { before }) };
    const page = await store.responses(request);
    const entries = page.entries.filter((it) => !rows || isOwnRow(rows, it));
    newestAt ??= entries[0]?.createdAt;
    const current = entries.map((it) => inCurrentVersion(form, it, onFormError));
    counts.push(sumOfEntryCounts(countEntries(form, current)));
    before = page.next;
    if (before === undefined) break;
  }
  return summaryOfCounts(form, sumOfCounts(counts), {
    complete: before === undefined,
    ...(newestAt !== undefined && { newestAt }),
  });
}

/** The summary of these entries, newest first, with answers to the form's current version. */
export function summaryOf(
  form: Form,
  entries: readonly CountedEntry[],
  complete: boolean,
): Summary {
  const [newest] = entries;
  const counts = sumOfEntryCounts(countEntries(form, entries));
  return summaryOfCounts(form, counts, { complete, ...(newest && { newestAt: newest.createdAt }) });
}
