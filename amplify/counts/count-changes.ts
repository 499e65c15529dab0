import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import type { StoredEntry } from '#core/entries/store/entry-store.ts';
import { loadFields, type Form } from '#core/form/define-form.ts';
import type { OnFormError } from '#core/form/safe-call.ts';
import { countedVersion, isCountable } from '#core/summary/count-stored.ts';
import { fromAttributes, type Attributes } from '../dynamodb/attribute-values.ts';
import { toEntry } from '../entries/entry-item.ts';
import { additionOf, countEntries, type CountEntriesDeps } from './count-entries.ts';

export type CountChangesDeps = CountEntriesDeps & {
  readonly formById: (id: string) => Form | undefined;
  /** Called when one of a form's own functions fails. */
  readonly onFormError?: OnFormError;
  /** Writes a line to the log. */
  readonly log: (line: string) => void;
};

/** An entry as the newest of its records in the batch has it, and the numbers of all of them. */
type ChangedEntry = { readonly entry: StoredEntry; readonly sequences: readonly string[] };

/**
 * Counts the changes of a batch, those of one form together. Returns the records that failed, which Lambda will
 * deliver again with all that follow.
 */
export async function countChanges(
  deps: CountChangesDeps,
  { Records }: { readonly Records: readonly DynamoDBRecord[] },
): Promise<DynamoDBBatchResponse> {
  const failed: string[] = [];
  for (const [form, changed] of byForm(Records)) {
    try {
      await countForm(deps, form, changed);
    } catch (error) {
      failed.push(...changed.flatMap(({ sequences }) => sequences));
      // The name only: the message may quote answers.
      const code = error instanceof Error ? error.name : typeof error;
      deps.log(JSON.stringify({ form, records: changed.length, outcome: 'uncounted', code }));
    }
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}

async function countForm(
  deps: CountChangesDeps,
  id: string,
  changed: readonly ChangedEntry[],
): Promise<void> {
  const form = deps.formById(id);
  // A form that was removed has no charts.
  if (!form) return;
  await loadFields(form);
  const additions = changed.map(({ entry }) => additionOf(form, entry, deps.onFormError));
  await countEntries(deps, form, additions);
}

function byForm(records: readonly DynamoDBRecord[]): ReadonlyMap<string, readonly ChangedEntry[]> {
  const entries = new Map<string, ChangedEntry>();
  for (const record of records) {
    const image = record.dynamodb?.NewImage;
    // The record's type includes binary attributes, which our items do not have.
    if (!image) continue;
    const entry = toEntry(fromAttributes(image as Attributes));
    // Something that somebody wrote by hand, and that would fail for ever.
    if (!isCountable(entry)) continue;
    const key = JSON.stringify([entry.username, entry.form, entry.id]);
    const known = entries.get(key);
    const isNewer = !known || countedVersion(entry) > countedVersion(known.entry);
    entries.set(key, {
      entry: isNewer ? entry : known.entry,
      sequences: [...(known?.sequences ?? []), record.dynamodb?.SequenceNumber ?? ''],
    });
  }
  const forms = new Map<string, ChangedEntry[]>();
  for (const changed of entries.values()) {
    const { form } = changed.entry;
    forms.set(form, [...(forms.get(form) ?? []), changed]);
  }
  return forms;
}
